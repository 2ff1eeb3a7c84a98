import { AxisError, ShapeError } from "./errors.ts";

/** `(2, 3)`, `(2,)` or `()`, as NumPy writes a shape. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** The number of elements of a shape; 1 for the 0-d shape `()`. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i];
  return size;
}

/** Strides in elements of a C-order (row-major) array. */
export function cStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

/** Whether the elements lie in C order without gaps; axes of length 1 do not matter, nor empty arrays. */
export function isCContiguous(shape: readonly number[], strides: readonly number[]): boolean {
  let isEven = true;
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const n = shape[i];
    if (n !== 1 && strides[i] !== step) isEven = false;
    step *= n;
  }
  return isEven || step === 0;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Returns the shape as an array of whole numbers >= 0; a bare number is a 1-D shape. */
export function checkShape(operation: string, shape: number | readonly number[]): number[] {
  const dims = typeof shape === "number" ? [shape] : Array.from(shape);
  for (const n of dims) {
    if (!Number.isInteger(n) || n < 0) {
      throw new ShapeError(
        `${operation}: a shape holds whole numbers >= 0, got ${formatShape(dims)}`,
      );
    }
  }
  return dims;
}

/** Returns the axis counted from the front: -1 is the last one. */
export function checkAxis(operation: string, axis: number, ndim: number): number {
  if (!Number.isInteger(axis) || axis < -ndim || axis >= ndim) {
    throw new AxisError(
      `${operation}: axis ${axis} is out of bounds for an array of ${ndim} dimensions`,
    );
  }
  return axis < 0 ? axis + ndim : axis;
}

/** Returns the axes counted from the front, each named once; all of them when none is given. */
export function checkAxes(
  operation: string,
  axis: number | readonly number[] | undefined,
  ndim: number,
): number[] {
  if (axis === undefined) return Array.from({ length: ndim }, (_, i) => i);
  if (typeof axis === "number") return [checkAxis(operation, axis, ndim)];
  const axes = axis.map((one) => checkAxis(operation, one, ndim));
  if (new Set(axes).size !== axes.length) {
    throw new AxisError(`${operation}: an axis is named twice in ${formatShape(axis)}`);
  }
  return axes;
}
