import { ShapeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxis } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";

/**
 * Views of consecutive parts along an axis: `parts` equal ones, or cut before the given
 * positions. Throws ShapeError when the axis does not divide evenly.
 */
export function split(
  a: ArrayInput,
  parts: number | readonly number[],
  options: { readonly axis?: number } = {},
): NDArray[] {
  checkOptions("split", options, ["axis"]);
  const x = asArray(a);
  const axis = checkAxis("split", options.axis ?? 0, x.ndim);
  const cuts = typeof parts === "number" ? evenCuts(parts, x.shape[axis]) : parts;
  const before = Array.from({ length: axis }, () => ":");
  return [...cuts, undefined].map((stop, i) =>
    x.at(...before, `${i === 0 ? "" : cuts[i - 1]}:${stop ?? ""}`),
  );
}

function evenCuts(parts: number, n: number): number[] {
  if (!Number.isInteger(parts) || parts < 1 || n % parts !== 0) {
    throw new ShapeError(`split: an axis of size ${n} does not divide into ${parts} equal parts`);
  }
  return Array.from({ length: parts - 1 }, (_, i) => ((i + 1) * n) / parts);
}
