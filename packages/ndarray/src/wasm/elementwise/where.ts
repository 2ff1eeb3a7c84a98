import { i16x8, i32, i32x4, i64x2, i8x16, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { FloatType, ModuleBuilder, V } from "../asm/index.ts";

/**
 * `out = condition ? a : b`, the condition in bytes (0 is false). Steps of a and b in bytes; a step
 * of 0 repeats one number. The condition and the output are contiguous.
 */
export function addWhere(module: ModuleBuilder, type: FloatType): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const params = { n: "i32", condition: "i32", a: "i32", aStep: "i32", b: "i32", bStep: "i32", out: "i32" } as const; // prettier-ignore
  module.func("where", params, "void", (f) => {
    const { n, condition, a, aStep, b, bStep, out } = f.args;
    const bytes = f.local("v128");
    const halves = f.localArray("v128", 2);
    const words = f.localArray("v128", 4);
    const zero = f.let(lanes.zero);
    const side = (pointer: typeof a, index: number): V => v128.load(pointer, index * 16);
    const isDense = i32.and(
      i32.eq(aStep, i32.const(lanes.bytes)),
      i32.eq(bStep, i32.const(lanes.bytes)),
    );
    f.if(isDense, () =>
      f.while(
        () => i32.geS(n, i32.const(16)),
        () => {
          f.set(bytes, i8x16.eq(v128.load(condition), zero));
          f.set(halves[0], i16x8.extendLowI8x16S(bytes));
          f.set(halves[1], i16x8.extendHighI8x16S(bytes));
          words.forEach((word, i) =>
            f.set(
              word,
              i % 2 === 0
                ? i32x4.extendLowI16x8S(halves[i >> 1])
                : i32x4.extendHighI16x8S(halves[i >> 1]),
            ),
          );
          // The masks say where the condition is 0, so b comes first.
          const choose = (index: number, mask: V): void =>
            f.emit(
              v128.store(out, v128.bitselect(side(b, index), side(a, index), mask), index * 16),
            );
          words.forEach((word, i) => {
            if (type === "f32") choose(i, word);
            else {
              choose(2 * i, i64x2.extendLowI32x4S(word));
              choose(2 * i + 1, i64x2.extendHighI32x4S(word));
            }
          });
          f.increment(condition, 16);
          for (const pointer of [a, b, out]) f.increment(pointer, 16 * lanes.bytes);
          f.increment(n, -16);
        },
      ),
    );
    f.while(
      () => i32.gtS(n, i32.const(0)),
      () => {
        const [x, y] = [a, b].map((pointer) => scalar.load(pointer));
        f.emit(scalar.store(out, scalar.select(x, y, i32.load8U(condition))));
        f.increment(condition, 1);
        f.increment(a, aStep);
        f.increment(b, bStep);
        f.increment(out, lanes.bytes);
        f.increment(n, -1);
      },
    );
  });
}
