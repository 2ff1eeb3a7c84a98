import { i32, lanesOf, ModuleBuilder, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, Local } from "../asm/index.ts";
import { elementLoop } from "../elementwise/elementLoop.ts";
import { VectorMath } from "../math/context.ts";
import { exp } from "../math/exp.ts";
import { whileLeft } from "../reduce/doubles.ts";
import type { ModuleSource } from "../runtime.ts";

/** Softmax of rows: `out = e^(x - max) / sum`, m rows of n contiguous numbers, dense. */
export const softmaxModule: ModuleSource = {
  name: "softmax",
  build({ type, fma, shared, paired }) {
    const module = new ModuleBuilder({ shared });
    const lanes = lanesOf(type);
    const params = { m: "i32", n: "i32", x: "i32", out: "i32" } as const;
    module.func("softmax", params, "void", (f) => {
      const { m, n, x, out } = f.args;
      const math = new VectorMath(f, type, fma);
      const power = exp(math);
      math.seal();
      const left = f.local("i32");
      const from = f.local("i32");
      const to = f.local("i32");
      const largest = f.local("v128");
      const total = f.local("v128");
      whileLeft(f, m, 1, () => {
        const scalarMax = rowMax(f, type, x, n);
        f.set(largest, lanes.splat(scalarMax));
        f.set(from, x);
        f.set(to, out);
        f.set(left, n);
        const loop = { n: left, inputs: [{ pointer: from }], outputs: [{ pointer: to }], paired };
        elementLoop(f, type, loop, ([value]) => [math.keep(power(lanes.sub(value, largest)))]);
        f.set(total, lanes.splat(rowSum(f, type, out, n)));
        f.set(from, out);
        f.set(left, n);
        const divide = {
          n: left,
          inputs: [{ pointer: from }],
          outputs: [{ pointer: out }],
          paired,
        };
        elementLoop(f, type, divide, ([value]) => [lanes.div(value, total)]);
        f.increment(x, i32.mul(n, i32.const(lanes.bytes)));
      });
    });
    return module.encode();
  },
};

/** The largest number of a row, NaN when there is one. */
function rowMax(
  f: BodyBuilder,
  type: FloatType,
  row: Local<"i32">,
  n: Local<"i32">,
): Local<FloatType> {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const at = f.let(row);
  const left = f.let(n);
  const most = f.let(lanes.constant(-Infinity));
  const value = f.local("v128");
  whileLeft(f, left, lanes.count, () => {
    f.set(value, v128.load(at));
    // A NaN on either side stays.
    f.set(most, v128.bitselect(value, lanes.pmax(most, value), lanes.ne(value, value)));
    f.increment(at, 16);
  });
  const result = f.let(lanes.extract(most, 0));
  for (let lane = 1; lane < lanes.count; lane++)
    f.set(result, scalar.max(result, lanes.extract(most, lane)));
  whileLeft(f, left, 1, () => {
    f.set(result, scalar.max(result, scalar.load(at)));
    f.increment(at, lanes.bytes);
  });
  return result;
}

/** The sum of a row in four partial sums. */
function rowSum(
  f: BodyBuilder,
  type: FloatType,
  row: Local<"i32">,
  n: Local<"i32">,
): Local<FloatType> {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const at = f.let(row);
  const left = f.let(n);
  const sums = [f.let(lanes.zero), f.let(lanes.zero)];
  whileLeft(f, left, 2 * lanes.count, () => {
    sums.forEach((sum, i) => f.set(sum, lanes.add(sum, v128.load(at, 16 * i))));
    f.increment(at, 32);
  });
  const both = f.let(lanes.add(sums[0], sums[1]));
  let total: Expr<FloatType> = lanes.extract(both, 0);
  for (let lane = 1; lane < lanes.count; lane++)
    total = scalar.add(total, lanes.extract(both, lane));
  const result = f.let(total);
  whileLeft(f, left, 1, () => {
    f.set(result, scalar.add(result, scalar.load(at)));
    f.increment(at, lanes.bytes);
  });
  return result;
}
