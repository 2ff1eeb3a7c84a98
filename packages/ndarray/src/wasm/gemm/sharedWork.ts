import { atomic, i32, ModuleBuilder, scalarOps } from "../asm/index.ts";
import type { Expr, FloatType } from "../asm/index.ts";
import type { Product } from "./blockedProduct.ts";

/**
 * Where a product that several threads share stands in memory: 32-bit words from the control
 * block's address on. `claim` is `sequence << 16 | chunks << 8 | next chunk`.
 */
export const control = {
  claim: 0,
  done: 4,
  byRows: 8,
  size: 12,
  m: 16,
  n: 20,
  k: 24,
  a: 28,
  aRow: 32,
  aColumn: 36,
  b: 40,
  bRow: 44,
  bColumn: 48,
  c: 52,
  cRow: 56,
  accumulate: 60,
  bias: 64,
  relu: 68,
  alpha: 72,
  bytes: 128,
} as const;

/**
 * Adds `work(control, workspace)`: claims chunks of the product and computes them until none is left.
 *
 * A claim succeeds only on the word that describes the product of the moment, and the product is
 * not replaced before all its chunks are done: what is read after a claim is that product's.
 */
export function addSharedWork(module: ModuleBuilder, type: FloatType, product: Product): void {
  const scalar = scalarOps(type);
  module.func("work", { job: "i32", workspace: "i32" }, "void", (f) => {
    const { job, workspace } = f.args;
    const word = f.local("i32");
    const offset = f.local("i32");
    const field = (name: keyof typeof control): Expr<"i32"> => i32.load(job, control[name]);
    const shorter = (length: Expr<"i32">): Expr<"i32"> => {
      const left = f.let(i32.sub(length, offset));
      return i32.select(left, field("size"), i32.ltS(left, field("size")));
    };
    const next = (): Expr<"i32"> => i32.and(word, i32.const(0xff));
    const chunks = i32.and(i32.shrU(word, i32.const(8)), i32.const(0xff));
    const load = (): Expr<"i32"> => {
      f.set(word, atomic.load(job));
      return i32.ltU(next(), chunks);
    };
    const same = {
      k: field("k"), aRow: field("aRow"), aColumn: field("aColumn"),
      bRow: field("bRow"), bColumn: field("bColumn"), cRow: field("cRow"),
      accumulate: field("accumulate"), relu: field("relu"),
      alpha: scalar.load(job, control.alpha), workspace,
    }; // prettier-ignore
    f.while(load, () => {
      const claimed = atomic.compareExchange(job, word, i32.add(word, i32.const(1)));
      f.if(i32.eq(claimed, word), () => {
        f.set(offset, i32.mul(next(), field("size")));
        const moved = (name: "a" | "b" | "c" | "bias", step: Expr<"i32">): Expr<"i32"> =>
          i32.add(field(name), i32.mul(offset, step));
        const element = i32.const(scalar.bytes);
        const bias = i32.select(moved("bias", element), i32.const(0), field("bias"));
        f.if(
          field("byRows"),
          () =>
            f.call(product, {
              ...same, m: shorter(field("m")), n: field("n"), b: field("b"), bias: field("bias"),
              a: moved("a", field("aRow")), c: moved("c", field("cRow")),
            }), // prettier-ignore
          () =>
            f.call(product, {
              ...same, m: field("m"), n: shorter(field("n")), a: field("a"), bias,
              b: moved("b", field("bColumn")), c: moved("c", element),
            }), // prettier-ignore
        );
        f.drop(atomic.add(i32.add(job, i32.const(control.done)), i32.const(1)));
      });
    });
  });
}
