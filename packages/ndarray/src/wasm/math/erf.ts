import { i32x4, v128 } from "../asm/index.ts";
import { erfLarge32, erfLarge64, erfSmall32, erfSmall64 } from "./coefficients.ts";
import { expOfNegative } from "./exp.ts";
import type { VectorFunction, VectorMath } from "./context.ts";

const parameters = {
  f32: { small: erfSmall32, large: erfLarge32, limit: 0.92, highest: 4 },
  f64: { small: erfSmall64, large: erfLarge64, limit: 1, highest: 6 },
} as const;

/**
 * The error function: `x + x P(x^2)` near 0, `1 - e^-G(|x|)` elsewhere. A part that no lane needs is
 * skipped.
 */
export function erf(math: VectorMath): VectorFunction {
  const { f, lanes } = math;
  const { small, large, limit, highest } = parameters[math.type];
  const [border, top, one] = [math.constant(limit), math.constant(highest), math.constant(1)];
  const sign = math.constant(-0);
  const withoutSign = math.signs();
  const near = math.polynomial(small);
  const exponent = math.polynomial(large);
  const power = expOfNegative(math);
  return (x) => {
    const given = math.keep(x);
    const { magnitude, restore } = withoutSign(given);
    const far = math.keep(lanes.ge(magnitude, border));
    const result = f.local("v128");
    f.if(
      i32x4.allTrue(far),
      () => {},
      () => {
        const square = math.keep(lanes.mul(given, given));
        f.set(result, math.multiplyAdd(given, near(square), given));
      },
    );
    f.if(v128.anyTrue(far), () => {
      const t = math.keep(lanes.pmin(magnitude, top));
      const g = math.keep(v128.xor(exponent(t), sign));
      const value = restore(lanes.sub(one, power(g)));
      f.set(result, math.select(far, value, result));
    });
    return result;
  };
}
