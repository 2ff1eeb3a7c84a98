import { IndexError, ShapeError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { checkAxis, formatShape } from "../core/shape.ts";
import { copyInto } from "../elementwise/copy.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { array } from "../creation/array.ts";
import { reshape } from "../shape/reshape.ts";

interface TakeOptions {
  /** The axis to take along; the flattened array without one. */
  readonly axis?: number;
  readonly out?: NDArray;
}

/** A list of positions: whole numbers, negative ones counting from the end. */
export type Positions = NDArray | number | readonly number[] | readonly (readonly number[])[];

/** Positions as an integer array; throws IndexError for floats. */
export function asPositions(operation: string, indices: Positions): NDArray {
  if (indices instanceof NDArray) {
    if (indices.dtype === "int32" || indices.dtype === "uint8") return indices;
    throw new IndexError(
      `${operation}: expected positions of an integer dtype, got ${indices.dtype}; use astype("int32")`,
    );
  }
  const found = array(indices);
  if (!found.data.every((i) => Number.isInteger(i))) {
    throw new IndexError(`${operation}: expected whole numbers as positions`);
  }
  return found.astype("int32");
}

/** The elements (or sub-arrays along `axis`) at the given positions, which may repeat. */
export function take(a: ArrayInput, indices: Positions, options: TakeOptions = {}): NDArray {
  checkOptions("take", options, ["axis", "out"]);
  const given = asArray(a);
  const x = options.axis === undefined ? reshape(given, -1) : given;
  if (x.ndim === 0) throw new ShapeError("take: a 0-d array has no axis to take along");
  const axis = checkAxis("take", options.axis ?? 0, x.ndim);
  const positions = asPositions("take", indices);
  const before = Array.from({ length: axis }, () => ":");
  // A 0-d list of positions drops the axis.
  const flat = reshape(positions, -1);
  const taken = x.at(...before, flat);
  const shape = [...x.shape.slice(0, axis), ...positions.shape, ...x.shape.slice(axis + 1)];
  const result = reshape(taken, shape);
  const { out } = options;
  if (out === undefined) return result;
  checkOut("take", out, shape);
  checkCast("take", x.dtype, out.dtype);
  copyInto(out, result);
  return out;
}

/**
 * For each element of `indices`, the element of `a` at that position along `axis`; the other
 * axes broadcast. What argsort and argmax (with keepdims) return fits.
 */
export function takeAlongAxis(
  a: ArrayInput,
  indices: NDArray,
  options: { readonly axis: number },
): NDArray {
  checkOptions("takeAlongAxis", options, ["axis"]);
  const x = asArray(a);
  const positions = asPositions("takeAlongAxis", indices);
  if (positions.ndim !== x.ndim) {
    throw new ShapeError(
      `takeAlongAxis: expected positions of ${x.ndim} dimensions, got ${formatShape(positions.shape)}`,
    );
  }
  const axis = checkAxis("takeAlongAxis", options.axis, x.ndim);
  const index = x.shape.map((n, i) => {
    if (i === axis) return positions;
    const along = x.shape.map((_, j) => (j === i ? n : 1));
    const every = new Int32Array(n).map((_, p) => p);
    return new NDArray(every, along, "int32");
  });
  return x.at(...index);
}
