import { expect, test } from "vitest";
import {
  callResult,
  f32,
  f32x4,
  f64,
  f64x2,
  i32,
  i32x4,
  i64,
  i64x2,
  ModuleBuilder,
  tee,
  v128,
} from "./index.ts";
import type { Expr } from "./index.ts";
import { WebAssembly } from "../webAssembly.ts";
import type { WasmMemory } from "../webAssembly.ts";

type Exports = Record<string, (...args: (number | bigint)[]) => number | bigint>;

/** Validates, compiles and instantiates; the memory is given back for a look at what was written. */
function run(module: ModuleBuilder, memory: WasmMemory = new WebAssembly.Memory({ initial: 1 })) {
  const bytes = module.encode();
  expect(WebAssembly.validate(bytes)).toBe(true);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    env: { memory },
  });
  const call: Exports = instance.exports;
  return { call, memory };
}

test("ModuleBuilder.encode() gives the bytes that the specification prescribes", () => {
  const module = new ModuleBuilder({ shared: false });
  module.func("add", { a: "i32", b: "i32" }, "i32", (f) => f.return(i32.add(f.args.a, f.args.b)));
  // prettier-ignore
  expect([...module.encode()]).toEqual([
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
    0x01, 0x07, 0x01, 0x60, 0x02, 0x7f, 0x7f, 0x01, 0x7f,
    0x02, 0x0f, 0x01, 0x03, 0x65, 0x6e, 0x76, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00, 0x00,
    0x03, 0x02, 0x01, 0x00,
    0x07, 0x07, 0x01, 0x03, 0x61, 0x64, 0x64, 0x00, 0x00,
    0x0a, 0x0a, 0x01, 0x08, 0x00, 0x20, 0x00, 0x20, 0x01, 0x6a, 0x0f, 0x0b,
  ]);
});

test("ModuleBuilder({shared: true}) imports a shared memory and no other", () => {
  const module = new ModuleBuilder({ shared: true });
  module.func("poke", { at: "i32" }, "void", (f) => f.emit(i32.store(f.args.at, i32.const(7))));
  const compiled = new WebAssembly.Module(module.encode());
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  const instance = new WebAssembly.Instance(compiled, { env: { memory: shared } });
  instance.exports.poke(8);
  expect(new Int32Array(shared.buffer)[2]).toBe(7);
  const plain = new WebAssembly.Memory({ initial: 1 });
  expect(() => new WebAssembly.Instance(compiled, { env: { memory: plain } })).toThrow(
    /import #?0/i,
  );
});

test("loop tests at the bottom, while at the top, if takes one of two ways", () => {
  const module = new ModuleBuilder({ shared: false });
  module.func("turns", { n: "i32", first: "i32" }, "i32", (f) => {
    const turns = f.local("i32");
    const turn = (): void => {
      f.increment(turns, 1);
      f.increment(f.args.n, -1);
    };
    const more = (): Expr<"i32"> => i32.gtS(f.args.n, i32.const(0));
    f.if(
      f.args.first,
      () => f.loop(turn, more),
      () => f.while(more, turn),
    );
    f.return(turns);
  });
  const { call } = run(module);
  expect(call["turns"](3, 0)).toBe(3);
  expect(call["turns"](3, 1)).toBe(3);
  expect(call["turns"](0, 0)).toBe(0);
  expect(call["turns"](0, 1)).toBe(1);
});

test("call passes arguments by name to an internal function", () => {
  const module = new ModuleBuilder({ shared: false });
  const store = module.internal("store", { at: "i32", value: "f64" }, "void", (f) =>
    f.emit(f64.store(f.args.at, f.args.value)),
  );
  module.func("two", {}, "void", (f) => {
    f.call(store, { value: f64.const(1.5), at: i32.const(8) });
    f.call(store, { value: f64.const(-0), at: i32.const(16) });
  });
  const { call, memory } = run(module);
  call["two"]();
  expect(Object.keys(call)).toEqual(["two"]);
  expect([...new Float64Array(memory.buffer, 0, 3)]).toEqual([0, 1.5, -0]);
});

test("callResult reaches a function's own recursion", () => {
  const module = new ModuleBuilder({ shared: false });
  module.func("factorial", { n: "i32" }, "f64", (f) => {
    const { n } = f.args;
    f.if(i32.leS(n, i32.const(1)), () => f.return(f64.const(1)));
    const rest = callResult(f, { n: i32.sub(n, i32.const(1)) });
    f.return(f64.mul(f64.fromI32(n), rest));
  });
  expect(run(module).call["factorial"](10)).toBe(3628800);
});

test("scalar operations give what JavaScript gives", () => {
  const module = new ModuleBuilder({ shared: false });
  const p = { a: "f64", b: "f64" } as const;
  const ops = ["add", "sub", "mul", "div", "min", "max"] as const;
  for (const name of ops)
    module.func(name, p, "f64", (f) => f.return(f64[name](f.args.a, f.args.b)));
  for (const name of ["sqrt", "abs", "neg", "floor", "ceil", "trunc"] as const)
    module.func(name, p, "f64", (f) => f.return(f64[name](f.args.a)));
  for (const name of ["eq", "ne", "lt", "gt", "le", "ge"] as const)
    module.func(name, p, "i32", (f) => f.return(f64[name](f.args.a, f.args.b)));
  const { call } = run(module);
  const values = [0, -0, 1.5, -2.5, 3, Infinity, -Infinity, NaN];
  for (const a of values)
    for (const b of values) {
      const got = (name: string): number => Number(call[name](a, b));
      expect([got("add"), got("sub"), got("mul"), got("div")]).toEqual([
        a + b,
        a - b,
        a * b,
        a / b,
      ]);
      expect([got("min"), got("max")]).toEqual([Math.min(a, b), Math.max(a, b)]);
      expect([got("sqrt"), got("abs"), got("neg")]).toEqual([Math.sqrt(a), Math.abs(a), -a]);
      expect([got("floor"), got("ceil"), got("trunc")]).toEqual(
        [Math.floor, Math.ceil, Math.trunc].map((op) => op(a)),
      );
      const truth = ["eq", "ne", "lt", "gt", "le", "ge"].map((name) => got(name) === 1);
      expect(truth).toEqual([a === b, a !== b, a < b, a > b, a <= b, a >= b]);
    }
});

test("i32 and i64 operations wrap, shift and compare as two's complement", () => {
  const module = new ModuleBuilder({ shared: false });
  const p = { a: "i32", b: "i32" } as const;
  const expected: Record<string, (a: number, b: number) => number> = {
    add: (a: number, b: number) => (a + b) | 0,
    sub: (a: number, b: number) => (a - b) | 0,
    mul: (a: number, b: number) => Math.imul(a, b),
    and: (a: number, b: number) => a & b,
    or: (a: number, b: number) => a | b,
    xor: (a: number, b: number) => a ^ b,
    shl: (a: number, b: number) => a << b,
    shrS: (a: number, b: number) => a >> b,
    shrU: (a: number, b: number) => (a >>> b) | 0,
    ltU: (a: number, b: number) => Number(a >>> 0 < b >>> 0),
    ltS: (a: number, b: number) => Number(a < b),
    geU: (a: number, b: number) => Number(a >>> 0 >= b >>> 0),
    divU: (a: number, b: number) => ((a >>> 0) / (b >>> 0)) | 0,
    remU: (a: number, b: number) => ((a >>> 0) % (b >>> 0)) | 0,
  };
  const names = [
    ...(["add", "sub", "mul", "and", "or", "xor", "shl", "shrS", "shrU"] as const),
    ...(["ltU", "ltS", "geU", "divU", "remU"] as const),
  ];
  for (const name of names)
    module.func(name, p, "i32", (f) => f.return(i32[name](f.args.a, f.args.b)));
  module.func("shift64", { a: "i64" }, "i64", (f) => f.return(i64.shrS(f.args.a, i64.const(60n))));
  const { call } = run(module);
  for (const a of [0, 1, -1, 0x7fffffff, -0x80000000, 123456789])
    for (const b of [1, 2, 31, -5])
      for (const name of names)
        expect([name, call[name](a, b)]).toEqual([name, expected[name](a, b)]);
  expect(call["shift64"](-(2n ** 62n))).toBe(-4n);
});

test("f32x4 and f64x2 operate on every lane alike", () => {
  const module = new ModuleBuilder({ shared: false });
  const out = i32.const(64);
  const single = v128.load(i32.const(0));
  const double = v128.load(i32.const(16));
  const results = [
    f32x4.add(single, f32x4.constant(1)),
    f32x4.mul(single, f32x4.loadSplat(i32.const(4))),
    f32x4.shuffle(single, f32x4.zero, [3, 2, 4, 0]),
    f32x4.sqrt(f32x4.abs(single)),
    v128.bitselect(single, f32x4.zero, f32x4.gt(single, f32x4.zero)),
    f64x2.add(double, f64x2.constant(1)),
    f64x2.shuffle(double, f64x2.zero, [1, 2]),
    f64x2.max(f64x2.neg(double), double),
  ];
  module.func("all", {}, "void", (f) =>
    results.forEach((v, i) => f.emit(v128.store(out, v, i * 16))),
  );
  const { call, memory } = run(module);
  new Float32Array(memory.buffer, 0, 4).set([1, -4, 9, NaN]);
  new Float64Array(memory.buffer, 16, 2).set([2, -3]);
  call["all"]();
  expect([...new Float32Array(memory.buffer, 64, 20)]).toEqual(
    [
      [2, -3, 10, NaN],
      [-4, 16, -36, NaN],
      [NaN, 9, 0, 1],
      [1, 2, 3, NaN],
      [1, 0, 9, 0],
    ].flat(),
  );
  expect([...new Float64Array(memory.buffer, 144, 6)]).toEqual([3, -2, -3, 0, 2, 3]);
});

test("integer lanes convert, shift and report their signs", () => {
  const module = new ModuleBuilder({ shared: false });
  module.func("trunc", { x: "f32" }, "i32", (f) => {
    const x = f32x4.splat(f.args.x);
    f.return(i32x4.extract(i32x4.truncSatF32x4S(x), 2));
  });
  module.func("exponent", { x: "f64" }, "i32", (f) => {
    const bits = f64x2.splat(f.args.x);
    const moved = i64x2.sub(i64x2.shrU(bits, i32.const(52)), i64x2.splat(i64.const(1023n)));
    f.return(i32x4.extract(moved, 0));
  });
  module.func("signs", { x: "f32" }, "i32", (f) => f.return(i32x4.bitmask(f32x4.splat(f.args.x))));
  const { call } = run(module);
  expect([2.9, -2.9, 1e10, NaN].map((x) => call["trunc"](x))).toEqual([2, -2, 2147483647, 0]);
  expect([1, 8, 0.25].map((x) => call["exponent"](x))).toEqual([0, 3, -2]);
  expect([call["signs"](-1), call["signs"](1)]).toEqual([15, 0]);
});

test("tee keeps a value while it is used", () => {
  const module = new ModuleBuilder({ shared: false });
  module.func("square", { x: "f32" }, "f32", (f) => {
    const kept = f.local("f32");
    f.return(f32.mul(tee(kept, f32.add(f.args.x, f32.const(1))), kept));
  });
  expect(run(module).call["square"](2)).toBe(9);
});

test("the builder refuses modules that could not be valid", () => {
  const module = new ModuleBuilder({ shared: false });
  module.internal("twice", {}, "void", () => {});
  expect(() => module.internal("twice", {}, "void", () => {})).toThrow(
    "function twice exists already",
  );
  expect(() => module.func("one", {}, "void", (f) => f.return(i32.const(1)))).toThrow(
    "one returns void",
  );
  expect(() => v128.const([1, 2])).toThrow("expected 16 bytes, found 2");
  expect(() => f32x4.shuffle(f32x4.zero, f32x4.zero, [0, 9, 0, 0])).toThrow("16 lanes in 0..31");
});
