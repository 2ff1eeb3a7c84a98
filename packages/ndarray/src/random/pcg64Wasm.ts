import { i32, i64, ModuleBuilder } from "../wasm/asm/index.ts";
import type { Expr } from "../wasm/asm/index.ts";
import { binary } from "../wasm/asm/types.ts";
import { environment } from "../wasm/host.ts";
import { engine } from "../wasm/webAssembly.ts";
import type { WasmModule } from "../wasm/webAssembly.ts";
import type { fillBlock } from "./pcg64Block.ts";

// The multiplier 0x2360ed051fc65da44385df649fccf645.
const UPPER = 0x2360ed051fc65da4n;
const LOWER = 0x4385df649fccf645n;
const MASK_32 = 0xffffffffn;

// Where the memory holds what: two words of 64 bits each, lower first, and then the outputs.
const STATE = 0;
const INCREMENT = 16;
const WORDS = 32;
const PAGE = 65_536;

const rotateRight = binary<"i64", "i64">("i64", 0x8a);
const lessUnsigned = binary<"i64", "i32">("i32", 0x54);

/** `fill(end)`: outputs from `WORDS` up to the address `end`, at least one. */
function fillModule(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ shared: false });
  module.func("fill", { end: "i32" }, "void", (f) => {
    const at = f.let(i32.const(0));
    const low = f.let(i64.load(at, STATE));
    const high = f.let(i64.load(at, STATE + 8));
    const addLow = f.let(i64.load(at, INCREMENT));
    const addHigh = f.let(i64.load(at, INCREMENT + 8));
    const x0 = f.local("i64");
    const x1 = f.local("i64");
    const middle = f.local("i64");
    const product = f.local("i64");
    const upper = (x: Expr<"i64">): Expr<"i64"> => i64.shrU(x, i64.const(32n));
    const lower = (x: Expr<"i64">): Expr<"i64"> => i64.and(x, i64.const(MASK_32));
    const m0 = i64.const(LOWER & MASK_32);
    const m1 = i64.const(LOWER >> 32n);
    f.set(at, i32.const(WORDS));
    f.loop(
      () => {
        // The upper half of low * LOWER from products of 32-bit parts, then all else that counts there.
        f.set(x0, lower(low));
        f.set(x1, upper(low));
        f.set(middle, i64.add(i64.mul(x1, m0), upper(i64.mul(x0, m0))));
        f.set(high, i64.mul(high, i64.const(LOWER)));
        f.set(high, i64.add(high, i64.mul(low, i64.const(UPPER))));
        f.set(high, i64.add(high, i64.add(i64.mul(x1, m1), upper(middle))));
        f.set(high, i64.add(high, upper(i64.add(lower(middle), i64.mul(x0, m1)))));
        f.set(product, i64.mul(low, i64.const(LOWER)));
        f.set(low, i64.add(product, addLow));
        f.set(high, i64.add(high, i64.add(addHigh, i64.extendI32U(lessUnsigned(low, product)))));
        f.emit(i64.store(at, rotateRight(i64.xor(high, low), i64.shrU(high, i64.const(58n))), 0));
        f.increment(at, 8);
      },
      () => i32.ltU(at, f.args.end),
    );
    f.set(at, i32.const(0));
    f.emit(i64.store(at, low, STATE));
    f.emit(i64.store(at, high, STATE + 8));
  });
  return module.encode();
}

/**
 * `fillBlock` in WebAssembly, with 64-bit integers: several times as fast. Undefined where there is no
 * WebAssembly, it may not be compiled, or ML_ROADMAP_KERNELS is "plain".
 */
export function wasmFillBlock(): typeof fillBlock | undefined {
  if (engine === undefined || environment("ML_ROADMAP_KERNELS") === "plain") return undefined;
  const { Memory, Module, Instance } = engine;
  const bytes = fillModule();
  let module: WasmModule;
  try {
    module = new Module(bytes);
  } catch {
    // A page's security policy can forbid compiling.
    return undefined;
  }
  const memory = new Memory({ initial: 1 });
  const fill: (end: number) => void = new Instance(module, { env: { memory } }).exports.fill;
  const held = new Uint32Array(memory.buffer);
  return (state, increment, words) => {
    if (words.length * 4 > PAGE - WORDS) throw new RangeError("fillBlock: the block is too long");
    held.set(state, STATE / 4);
    held.set(increment, INCREMENT / 4);
    fill(WORDS + words.length * 4);
    words.set(held.subarray(WORDS / 4, WORDS / 4 + words.length));
    state.set(held.subarray(STATE / 4, STATE / 4 + 4));
  };
}
