import { isFloat } from "../core/dtype.ts";
import { ShapeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxis, formatShape } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { gridOffsets } from "../indexing/offsets.ts";
import { activeKernels } from "../kernels.ts";
import type { ReduceKernel } from "../kernels.ts";
import { dtypeCode } from "../elementwise/rules.ts";
import { compile } from "../plain/compile.ts";
import { reshape } from "../shape/reshape.ts";
import { finish } from "./options.ts";

interface ArgOptions {
  readonly axis?: number;
  readonly keepdims?: boolean;
  readonly out?: NDArray;
}

type Whole = { readonly axis?: undefined; readonly keepdims?: false; readonly out?: undefined };
type ForArray = ArgOptions &
  ({ readonly axis: number } | { readonly keepdims: true } | { readonly out: NDArray });

/** The first place where `isBetter` held last; a NaN is better than everything. */
function compileArg(isBetter: string): ReduceKernel {
  return compile(`function (n, X, xo, xs) {
    let best = X[xo], place = 0;
    if (best !== best) return 0;
    for (let i = 1, p = xo + xs; i < n; i++, p += xs) {
      const x = X[p];
      if (${isBetter}) { best = x; place = i; }
      else if (x !== x) return i;
    }
    return place;
  }`);
}

type Search = (a: ArrayInput, options: ArgOptions) => NDArray | number;

function search(name: string, isBetter: string): Search {
  const loops: ReduceKernel[] = [];
  return (a, options) => {
    checkOptions(name, options, ["axis", "keepdims", "out"]);
    const { axis: along, keepdims = false, out } = options;
    const given = asArray(a);
    if (along === undefined && !keepdims && out === undefined && given.isContiguous) {
      const kernel = isFloat(given.dtype)
        ? activeKernels().reduce?.[given.dtype]?.[name]
        : undefined;
      const place = kernel?.(given.size, given.data, given.offset, 1);
      if (place !== undefined) return place;
    }
    const x = along === undefined ? reshape(given, -1) : given;
    const axis = checkAxis(name, along ?? 0, x.ndim);
    const n = x.shape[axis];
    const step = x.strides[axis];
    const shape = x.shape.toSpliced(axis, 1);
    const starts = gridOffsets(shape, x.strides.toSpliced(axis, 1), x.offset);
    if (n === 0) {
      throw new ShapeError(
        `${name}: no elements to choose from in shape ${formatShape(given.shape)}`,
      );
    }
    const loop = (loops[dtypeCode[x.dtype]] ??= compileArg(`${isBetter} /* ${name} ${x.dtype} */`));
    const places = new Int32Array(starts.length);
    const fast = isFloat(x.dtype) ? activeKernels().reduce?.[x.dtype]?.[name] : undefined;
    for (let i = 0; i < places.length; i++) {
      places[i] = fast?.(n, x.data, starts[i], step) ?? loop(n, x.data, starts[i], step);
    }
    if (along === undefined && !keepdims && out === undefined) return places[0];
    const keptShape = along === undefined ? given.shape.map(() => 1) : x.shape.with(axis, 1);
    return finish(name, places, keepdims ? keptShape : shape, "int32", out);
  };
}

const searchMax = search("argmax", "x > best");
const searchMin = search("argmin", "x < best");

/**
 * The first place of the largest element, in the flattened array or along an axis (int32); a NaN
 * counts as the largest. Throws ShapeError for no elements.
 */
export function argmax(a: ArrayInput, options?: Whole): number;
export function argmax(a: ArrayInput, options: ForArray): NDArray;
export function argmax(a: ArrayInput, options: ArgOptions = {}): NDArray | number {
  return searchMax(a, options);
}

/** The first place of the smallest element, as `argmax`; a NaN counts as the smallest. */
export function argmin(a: ArrayInput, options?: Whole): number;
export function argmin(a: ArrayInput, options: ForArray): NDArray;
export function argmin(a: ArrayInput, options: ArgOptions = {}): NDArray | number {
  return searchMin(a, options);
}
