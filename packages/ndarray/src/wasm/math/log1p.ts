import { v128 } from "../asm/index.ts";
import type { VectorFunction, VectorMath } from "./context.ts";
import { log } from "./log.ts";

/**
 * `log(1 + x)`: with u = 1 + x rounded, `log(u) + (x - (u - 1)) / u`, where `x - (u - 1)` is what the rounding
 * took away, exactly. Source: fdlibm's s_log1p.c.
 */
export function log1p(math: VectorMath): VectorFunction {
  const { lanes } = math;
  const [zero, one, infinity] = [math.constant(0), math.constant(1), math.constant(Infinity)];
  const logarithm = log(math);
  return (x) => {
    const given = math.keep(x);
    const u = math.keep(lanes.add(given, one));
    const lost = lanes.div(lanes.sub(given, lanes.sub(u, one)), u);
    // At u = 0 and infinity the logarithm is right already, and the quotient is NaN.
    const isBetween = v128.and(lanes.gt(u, zero), lanes.lt(u, infinity));
    const corrected = lanes.add(logarithm(u), v128.and(lost, isBetween));
    // So small an x is its own result, with the sign of its zero.
    return math.select(lanes.eq(u, one), given, corrected);
  };
}
