import { v128 } from "../asm/index.ts";
import type { VectorFunction, VectorMath } from "./context.ts";
import { exp } from "./exp.ts";

/**
 * `1 / (1 + e^-x)`, as `z / (1 + z)` with `z = e^x` for negative x, so that neither side overflows.
 *
 * In float32 the rounding error of `1 + z`, which is known exactly, is taken out again: 1.9 instead
 * of 2.4 ulp.
 */
export function sigmoid(math: VectorMath): VectorFunction {
  const { lanes, type } = math;
  const sign = math.constant(-0);
  const [zero, one] = [math.constant(0), math.constant(1)];
  const power = exp(math);
  return (x) => {
    const z = math.keep(power(math.keep(v128.or(x, sign))));
    const negative = math.keep(lanes.lt(x, zero));
    const sum = math.keep(lanes.add(one, z));
    const y = math.keep(lanes.div(math.select(negative, z, one), sum));
    if (type === "f64") return y;
    const lost = lanes.add(lanes.sub(one, sum), z);
    const inverse = math.select(negative, lanes.sub(one, y), y);
    return math.negativeMultiplyAdd(lanes.mul(y, lost), inverse, y);
  };
}
