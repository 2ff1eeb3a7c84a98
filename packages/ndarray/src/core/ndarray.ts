import type { ArrayOf, DType, TypedArray } from "./dtype.ts";
import { IndexError } from "./errors.ts";
import { cStrides, formatShape, isCContiguous, sizeOf } from "./shape.ts";
import { astype, copy } from "../elementwise/copy.ts";
import { at, set } from "../indexing/at.ts";
import type { Index } from "../indexing/parse.ts";
import { formatArray, reprArray } from "../printing/format.ts";
import { reshape } from "../shape/reshape.ts";
import { transpose } from "../shape/transpose.ts";

/** Numbers (or booleans) nested to any depth. */
export type NestedArray = number | boolean | readonly NestedArray[];

/**
 * A view of a typed array: element `(i, j, ...)` is `data[offset + i * strides[0] + j * strides[1] + ...]`.
 *
 * Arrays are made by `array`, `zeros`, `fromTyped` and the like; the constructor trusts its arguments.
 */
export class NDArray {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  /** Steps between neighbours along each axis, in elements. */
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  readonly size: number;
  readonly ndim: number;
  /** Whether the elements lie in C order without gaps, from `offset` on. */
  readonly isContiguous: boolean;

  constructor(
    data: TypedArray,
    shape: readonly number[],
    dtype: DType,
    strides: readonly number[] = cStrides(shape),
    offset = 0,
  ) {
    this.data = data;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.dtype = dtype;
    this.size = sizeOf(shape);
    this.ndim = shape.length;
    this.isContiguous = isCContiguous(shape, strides);
  }

  /** The view with its axes in reverse order. */
  get T(): NDArray {
    return transpose(this);
  }

  /** One element as a number (`bool` gives 0 or 1); negative indices count from the end. */
  get(...index: number[]): number {
    if (index.length !== this.ndim) {
      throw new IndexError(
        `get: expected ${this.ndim} indices for shape ${formatShape(this.shape)}, got ${index.length}`,
      );
    }
    let position = this.offset;
    for (let axis = 0; axis < index.length; axis++) {
      const n = this.shape[axis];
      const i = index[axis];
      if (!Number.isInteger(i) || i < -n || i >= n) {
        throw new IndexError(`get: index ${i} is out of bounds for axis ${axis} of size ${n}`);
      }
      position += (i < 0 ? i + n : i) * this.strides[axis];
    }
    return this.data[position];
  }

  /** `a[index] = value` with broadcasting; without an index the whole array is assigned. */
  set(value: NDArray | NestedArray, ...index: Index[]): void {
    set(this, value, index);
  }

  /** `a[index]`: a view for integers, slices (`"1:10:2"`, `"..."`) and null; a copy with masks and integer arrays. */
  at(...index: Index[]): NDArray {
    return at(this, index);
  }

  /** The only element of an array of size 1. */
  item(): number {
    if (this.size !== 1) {
      throw new IndexError(
        `item: expected an array of 1 element, got shape ${formatShape(this.shape)}`,
      );
    }
    return this.data[this.offset];
  }

  /** The same elements in another shape, one length may be -1; a view where the layout allows it. */
  reshape(...shape: number[] | [readonly number[]]): NDArray {
    return reshape(this, shape.flat());
  }

  /** The view with permuted axes; reversed ones when none are given. */
  transpose(axes?: readonly number[]): NDArray {
    return transpose(this, axes);
  }

  /** 1-D, a view where the layout allows it. */
  ravel(): NDArray {
    return reshape(this, [-1]);
  }

  /** 1-D, always a copy. */
  flatten(): NDArray {
    return reshape(copy(this), [-1]);
  }

  /** A copy in another dtype: to an integer by truncation, to bool by `x != 0`. */
  astype(dtype: DType): NDArray {
    return astype(this, dtype);
  }

  /** A copy in C order. */
  copy(): NDArray {
    return copy(this);
  }

  /** The elements as nested arrays (booleans for `bool`); a 0-d array gives the bare value. */
  toArray(): NestedArray {
    const flat = this.toTyped();
    let position = 0;
    const build = (axis: number): NestedArray => {
      if (axis === this.ndim) {
        const value = flat[position++];
        return this.dtype === "bool" ? value !== 0 : value;
      }
      return Array.from({ length: this.shape[axis] }, () => build(axis + 1));
    };
    return build(0);
  }

  /**
   * The elements in C order as one typed array of the given dtype (the array's own by default).
   * Not a copy when the buffer already is exactly that.
   */
  toTyped(): TypedArray;
  toTyped<D extends DType>(dtype: D): ArrayOf<D>;
  toTyped(dtype: DType = this.dtype): TypedArray {
    if (dtype !== this.dtype) return astype(this, dtype).data;
    if (!this.isContiguous) return copy(this).data;
    if (this.size === this.data.length) return this.data;
    return this.data.subarray(this.offset, this.offset + this.size);
  }

  /** As NumPy's `print` shows the array. */
  toString(): string {
    return formatArray(this);
  }

  /** As NumPy's `repr`; this is what `console.log` shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return reprArray(this);
  }
}
