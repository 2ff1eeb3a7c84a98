import type { DType } from "../core/dtype.ts";
import { checkDType } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxis } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { gridOffsets } from "../indexing/offsets.ts";
import { reshape } from "../shape/reshape.ts";
import { cStrides } from "../core/shape.ts";
import { finish } from "./options.ts";
import { wideDType } from "./reduction.ts";

interface CumulativeOptions {
  /** The axis to run along; the flattened array without one. */
  readonly axis?: number;
  readonly dtype?: DType;
  readonly out?: NDArray;
}

/** Running sums, of the array's shape; dtypes as in `sum`. */
export function cumsum(a: ArrayInput, options: CumulativeOptions = {}): NDArray {
  return accumulate("cumsum", a, options, 0, (total, x) => total + x);
}

/** Running products, of the array's shape; dtypes as in `prod`. */
export function cumprod(a: ArrayInput, options: CumulativeOptions = {}): NDArray {
  return accumulate("cumprod", a, options, 1, (total, x) => total * x);
}

function accumulate(
  operation: string,
  a: ArrayInput,
  options: CumulativeOptions,
  initial: number,
  step: (total: number, x: number) => number,
): NDArray {
  checkOptions(operation, options, ["axis", "dtype", "out"]);
  const given = asArray(a);
  const x = options.axis === undefined ? reshape(given, -1) : given;
  const axis = checkAxis(operation, options.axis ?? 0, x.ndim);
  const dtype =
    options.dtype === undefined ? wideDType(x.dtype) : checkDType(operation, options.dtype);
  const n = x.shape[axis];
  const strides = cStrides(x.shape);
  const rest = x.shape.toSpliced(axis, 1);
  const reads = gridOffsets(rest, x.strides.toSpliced(axis, 1), x.offset);
  const writes = gridOffsets(rest, strides.toSpliced(axis, 1));
  const values = new Float64Array(x.size);
  for (let lane = 0; lane < reads.length; lane++) {
    let from = reads[lane];
    let to = writes[lane];
    let total = initial;
    for (let i = 0; i < n; i++, from += x.strides[axis], to += strides[axis]) {
      total = step(total, x.data[from]);
      values[to] = total;
    }
  }
  return finish(operation, values, x.shape, dtype, options.out);
}
