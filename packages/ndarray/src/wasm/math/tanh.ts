import { tanhSmall32 } from "./coefficients.ts";
import type { VectorFunction, VectorMath } from "./context.ts";
import { powerOfTwo, reduce } from "./exp.ts";

/**
 * `tanh x = t / (t + 2)` with `t = e^(2 |x|) - 1`, which does not cancel near 0; there float32 has a
 * polynomial all the same, because three roundings are too many for 2 ulp.
 */
export function tanh(math: VectorMath): VectorFunction {
  const { lanes, type } = math;
  // From here on the result rounds to 1.
  const highest = math.constant(type === "f32" ? 10 : 20);
  const [half, one, two] = [0.5, 1, 2].map((value) => math.constant(value));
  const withoutSign = math.signs();
  const reduced = reduce(math);
  const power = powerOfTwo(math);
  const quotient = type === "f32" ? math.polynomial(tanhSmall32) : undefined;
  return (x) => {
    const { magnitude, restore } = withoutSign(x);
    const clipped = math.keep(lanes.pmin(magnitude, highest));
    const { expm1, shifted } = reduced(math.keep(lanes.add(clipped, clipped)));
    const scale = math.keep(power(shifted));
    const t = math.keep(math.multiplyAdd(scale, expm1, lanes.sub(scale, one)));
    const far = lanes.div(t, lanes.add(t, two));
    if (!quotient) return restore(far);
    const square = math.keep(lanes.mul(clipped, clipped));
    const near = math.multiplyAdd(quotient(square), clipped, clipped);
    return restore(math.select(lanes.lt(clipped, half), near, far));
  };
}
