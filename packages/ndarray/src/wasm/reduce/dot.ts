import { f64, f64x2, i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { FloatType, FunctionBuilder, Local, ModuleBuilder } from "../asm/index.ts";
import { VectorMath } from "../math/context.ts";
import { loadDouble, whileLeft } from "./doubles.ts";

const params = { n: "i32", x: "i32", xStep: "i32", y: "i32", yStep: "i32" } as const;
type Builder = FunctionBuilder<typeof params, "f64">;

/** Elements whose products are summed in the type's own precision before they go to the total. */
const block = 256;

/** The sum of products of two vectors, in blocks whose sums are added in double precision. */
export function addDot(module: ModuleBuilder, type: FloatType, fma: boolean): void {
  const { bytes } = scalarOps(type);
  module.func("dot", params, "f64", (f) => {
    const { n, x, xStep, y, yStep } = f.args;
    const total = f.let(f64.const(0));
    const contiguous = i32.and(i32.eq(xStep, i32.const(bytes)), i32.eq(yStep, i32.const(bytes)));
    f.if(contiguous, () => vectors(f, type, fma, total));
    whileLeft(f, n, 1, () => {
      f.set(total, f64.add(total, f64.mul(loadDouble(type, x), loadDouble(type, y))));
      f.increment(x, xStep);
      f.increment(y, yStep);
    });
    f.return(total);
  });
}

/** Takes all whole groups of four vectors. */
function vectors(f: Builder, type: FloatType, fma: boolean, total: Local<"f64">): void {
  const { n, x, y } = f.args;
  const lanes = lanesOf(type);
  const math = new VectorMath(f, type, fma);
  const group = 4 * lanes.count;
  const sums = f.localArray("v128", 4);
  const here = f.local("i32");
  f.while(
    () => i32.geS(n, i32.const(group)),
    () => {
      f.set(here, i32.select(n, i32.const(block), i32.ltS(n, i32.const(block))));
      f.set(n, i32.sub(n, i32.and(here, i32.const(-group))));
      for (const sum of sums) f.set(sum, lanes.zero);
      whileLeft(f, here, group, () => {
        sums.forEach((sum, i) =>
          f.set(sum, math.multiplyAdd(v128.load(x, 16 * i), v128.load(y, 16 * i), sum)),
        );
        f.increment(x, 64);
        f.increment(y, 64);
      });
      const sum = f.let(lanes.add(lanes.add(sums[0], sums[1]), lanes.add(sums[2], sums[3])));
      const pairs =
        type === "f64"
          ? sum
          : f64x2.add(
              f64x2.promoteLow(sum),
              f64x2.promoteLow(lanes.shuffle(sum, sum, [2, 3, 2, 3])),
            );
      const pair = f.let(pairs);
      f.set(total, f64.add(total, f64.add(f64x2.extract(pair, 0), f64x2.extract(pair, 1))));
    },
  );
}
