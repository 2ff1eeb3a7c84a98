import { f64, f64x2, i32, lanesOf, ModuleBuilder, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, Local, V } from "../asm/index.ts";
import type { ModuleSource } from "../runtime.ts";
import { loadDouble, whileLeft } from "./doubles.ts";

/** Rows of which the sums are taken by themselves before they join the total. */
export const rowsTogether = 128;

/**
 * Rows reduced into a row: `sumRows` adds n <= 128 rows of m numbers to m doubles, in the order of
 * the plain loop; `maxRows` and `minRows` fold them into m numbers of the rows' own type.
 */
export const rowsModule: ModuleSource = {
  name: "rows",
  build({ type, shared }) {
    const module = new ModuleBuilder({ shared });
    addSumRows(module, type);
    addExtremeRows(module, type, "max");
    addExtremeRows(module, type, "min");
    return module.encode();
  },
};

type Pointer = Local<"i32">;

function addSumRows(module: ModuleBuilder, type: FloatType): void {
  const { bytes } = scalarOps(type);
  const params = { n: "i32", m: "i32", x: "i32", row: "i32", sums: "i32", acc: "i32" } as const;
  module.func("sumRows", params, "void", (f) => {
    const { n, m, x, row, sums, acc } = f.args;
    const left = f.local("i32");
    const to = f.local("i32");
    const fresh = f.let(f64x2.constant(-0));
    f.set(to, sums);
    f.set(left, m);
    eachPair(
      f,
      left,
      (index) => f.emit(v128.store(to, fresh, index * 16)),
      () => f.emit(f64.store(to, f64.const(-0))),
      [[to, 8]],
    );
    const rows = (count: number): void => {
      const from: Pointer[] = [];
      for (let i = 0; i < count; i++) from.push(f.let(i === 0 ? x : i32.add(from[i - 1], row)));
      f.set(to, sums);
      f.set(left, m);
      const together = <T>(items: readonly T[], add: (a: T, b: T) => T): T =>
        items.length === 4
          ? add(add(items[0], items[1]), add(items[2], items[3]))
          : items.reduce(add);
      eachPair(
        f,
        left,
        (index) => {
          const terms = from.map((pointer) => loadPair(type, pointer, index));
          const old = v128.load(to, index * 16);
          f.emit(v128.store(to, f64x2.add(old, together(terms, f64x2.add)), index * 16));
        },
        () => {
          const terms = from.map((pointer): Expr<"f64"> => loadDouble(type, pointer));
          f.emit(
            f64.store(
              to,
              f64.add(
                f64.load(to),
                together(terms, (a, b) => f64.add(a, b)),
              ),
            ),
          );
        },
        [[to, 8], ...from.map((pointer) => [pointer, bytes] as const)],
      );
      f.increment(x, i32.mul(row, i32.const(count)));
    };
    whileLeft(f, n, 4, () => rows(4));
    whileLeft(f, n, 1, () => rows(1));
    f.set(to, sums);
    f.set(left, m);
    eachPair(
      f,
      left,
      (index) => {
        const [old, more] = [acc, to].map((pointer) => v128.load(pointer, index * 16));
        f.emit(v128.store(acc, f64x2.add(old, more), index * 16));
      },
      () => f.emit(f64.store(acc, f64.add(f64.load(acc), f64.load(to)))),
      [[to, 8], [acc, 8]], // prettier-ignore
    );
  });
}

/** Two neighbouring numbers as doubles, the `index`-th pair from the address on. */
function loadPair(type: FloatType, address: Pointer, index: number): V {
  if (type === "f64") return v128.load(address, index * 16);
  return f64x2.promoteLow(f64x2.loadFirst(address, index * 8));
}

/** Columns in groups of eight, two, one: `pair` gets its place in the group. */
function eachPair(
  f: BodyBuilder,
  left: Pointer,
  pair: (index: number) => void,
  one: () => void,
  pointers: readonly (readonly [Pointer, number])[],
): void {
  for (const count of [8, 2, 1])
    whileLeft(f, left, count, () => {
      if (count === 1) one();
      else for (let index = 0; index < count / 2; index++) pair(index);
      for (const [pointer, bytes] of pointers) f.increment(pointer, count * bytes);
    });
}

/** `acc[j] = x > acc[j] || x is NaN ? x : acc[j]` for every row, four rows at a time. */
function addExtremeRows(module: ModuleBuilder, type: FloatType, name: "max" | "min"): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const pick = name === "max" ? lanes.pmax : lanes.pmin;
  const params = { n: "i32", m: "i32", x: "i32", row: "i32", acc: "i32" } as const;
  module.func(`${name}Rows`, params, "void", (f) => {
    const { n, m, x, row, acc } = f.args;
    const [to, left] = f.localArray("i32", 2);
    const [best, value] = f.localArray("v128", 2);
    // pmax and pmin pass over a NaN, but a sum does not.
    const sums = f.localArray("v128", 4);
    const single = f.local(type);
    const rows = (count: number, keepsNaN: boolean): void => {
      const from: Pointer[] = [];
      for (let i = 0; i < count; i++) from.push(f.let(i === 0 ? x : i32.add(from[i - 1], row)));
      f.set(to, acc);
      f.set(left, m);
      const advance = (bytes: number): void => {
        for (const pointer of [to, ...from]) f.increment(pointer, bytes);
      };
      whileLeft(f, left, lanes.count, () => {
        f.set(best, v128.load(to));
        from.forEach((pointer, i) => {
          f.set(value, v128.load(pointer));
          const better = pick(best, value);
          if (keepsNaN) f.set(best, v128.bitselect(value, better, lanes.ne(value, value)));
          else {
            f.set(best, better);
            f.set(sums[i], lanes.add(sums[i], value));
          }
        });
        f.emit(v128.store(to, best));
        advance(16);
      });
      whileLeft(f, left, 1, () => {
        f.set(single, scalar.load(to));
        for (const pointer of from) f.set(single, scalar[name](single, scalar.load(pointer)));
        f.emit(scalar.store(to, single));
        advance(scalar.bytes);
      });
      f.increment(x, i32.mul(row, i32.const(count)));
    };
    const [start, count] = [f.let(x), f.let(n)];
    whileLeft(f, n, 4, () => rows(4, false));
    whileLeft(f, n, 1, () => rows(1, false));
    const total = f.let(lanes.add(lanes.add(sums[0], sums[1]), lanes.add(sums[2], sums[3])));
    // NaN, or infinities that cancelled: look again.
    f.if(v128.anyTrue(lanes.ne(total, total)), () => {
      f.set(x, start);
      f.set(n, count);
      whileLeft(f, n, 4, () => rows(4, true));
      whileLeft(f, n, 1, () => rows(1, true));
    });
  });
}
