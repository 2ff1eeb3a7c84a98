import type { TypedArray } from "./core/dtype.ts";
import { gemm as plainGemm } from "./plain/gemm.ts";

/**
 * `C = alpha A B + beta C` for A (M, K), B (K, N), C (M, N); element `(i, j)` of A is
 * `a[aOffset + i * aRow + j * aCol]`, any strides (negative, 0 for A and B). The three buffers
 * have one type. With `beta` 0 C is overwritten, not read. C does not overlap A or B.
 */
export type Gemm = (
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: TypedArray,
  aOffset: number,
  aRow: number,
  aCol: number,
  b: TypedArray,
  bOffset: number,
  bRow: number,
  bCol: number,
  beta: number,
  c: TypedArray,
  cOffset: number,
  cRow: number,
  cCol: number,
) => void;

/**
 * `out[r, i] = f(x[r, i])` for `rows` rows (one when left out) of `n` elements, strides in elements. x and out are
 * the same memory or disjoint. Returns false, having done nothing, where the plain loop is the faster way.
 */
export type UnaryKernel = (
  n: number,
  x: TypedArray,
  xOffset: number,
  xStride: number,
  out: TypedArray,
  outOffset: number,
  outStride: number,
  rows?: number,
  xRow?: number,
  outRow?: number,
) => boolean;

/** `out[r, i] = f(a[r, i], b[r, i])`, as `UnaryKernel`; a stride of 0 is a scalar. */
export type BinaryKernel = (
  n: number,
  a: TypedArray,
  aOffset: number,
  aStride: number,
  b: TypedArray,
  bOffset: number,
  bStride: number,
  out: TypedArray,
  outOffset: number,
  outStride: number,
  rows?: number,
  aRow?: number,
  bRow?: number,
  outRow?: number,
) => boolean;

/** The reduction of `n >= 1` elements to one number. */
export type ReduceKernel = (n: number, x: TypedArray, offset: number, stride: number) => number;

/** As `ReduceKernel`; undefined where the plain loop is the faster way. */
export type FastReduceKernel = (
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
) => number | undefined;

/** The sum of products of two vectors; undefined where the plain way is the faster one. */
export type DotKernel = (
  n: number,
  x: TypedArray,
  xOffset: number,
  xStride: number,
  y: TypedArray,
  yOffset: number,
  yStride: number,
) => number | undefined;

/**
 * Each of many lines of n elements, `between` elements apart, reduced to one double: `out[i] = f(x[i])`. Returns
 * false, having done nothing, where a call for each line is the faster way.
 */
export type LinesKernel = (
  lines: number,
  between: number,
  n: number,
  x: TypedArray,
  offset: number,
  stride: number,
  out: Float64Array,
  outOffset: number,
) => boolean;

/**
 * n rows of m elements reduced into m doubles: `acc[j] = step(acc[j], x[i, j])`. Returns false,
 * having done nothing, where the plain loop is the faster way.
 */
export type RowsKernel = (
  n: number,
  m: number,
  x: TypedArray,
  offset: number,
  rowStride: number,
  colStride: number,
  acc: Float64Array,
  accOffset: number,
) => boolean;

/** The largest plane that a `PlaneKernel` copies. */
export const planeElements = 32_768;

/**
 * A copy of a plane (n0, n1) with contiguous rows, for operands whose columns are contiguous:
 * reading those row by row would touch a cache line for every element. It is valid until the next
 * call but one. Undefined where reading in place is the better way.
 */
export type PlaneKernel = (
  n0: number,
  n1: number,
  x: TypedArray,
  offset: number,
  stride0: number,
  stride1: number,
) => { readonly data: TypedArray; readonly offset: number } | undefined;

/** `out[i] = condition[i] !== 0 ? a[i] : b[i]`, as `UnaryKernel`; condition and out are contiguous. */
export type WhereKernel = (
  n: number,
  condition: TypedArray,
  conditionOffset: number,
  a: TypedArray,
  aOffset: number,
  aStride: number,
  b: TypedArray,
  bOffset: number,
  bStride: number,
  out: TypedArray,
  outOffset: number,
) => boolean;

export type FloatDType = "float64" | "float32";

/**
 * One set of fast kernels. Each is optional: what a set lacks is done by the plain TypeScript
 * loops of `src/plain`, and so is a call that a kernel turns down. Unary, binary and reduce kernels are keyed by the public function's
 * name (`exp`, `add`, `sum`); all buffers of one call have the dtype of the kernel, except the
 * `Uint8Array` that comparisons write.
 */
export interface KernelSet {
  readonly name: string;
  readonly gemm?: Partial<Record<FloatDType, Gemm>>;
  readonly unary?: Partial<Record<FloatDType, Partial<Record<string, UnaryKernel>>>>;
  readonly binary?: Partial<Record<FloatDType, Partial<Record<string, BinaryKernel>>>>;
  readonly reduce?: Partial<Record<FloatDType, Partial<Record<string, FastReduceKernel>>>>;
  readonly lines?: Partial<Record<FloatDType, Partial<Record<string, LinesKernel>>>>;
  readonly rows?: Partial<Record<FloatDType, Partial<Record<string, RowsKernel>>>>;
  readonly dot?: Partial<Record<FloatDType, DotKernel>>;
  readonly plane?: Partial<Record<FloatDType, PlaneKernel>>;
  readonly where?: Partial<Record<FloatDType, WhereKernel>>;
  /** Rows shorter than this go to the plain loops, where a call per row would cost more than it saves. */
  readonly minLength?: number;
}

const plain: KernelSet = { name: "plain" };

let provide = (): KernelSet => plain;
let active: KernelSet | undefined;

/** Says where the set comes from when it is first needed; forgets the one in use. */
export function provideKernels(make: () => KernelSet): void {
  provide = make;
  active = undefined;
}

/** Makes a set the one in use; without an argument the plain loops are used. Returns the set before. */
export function useKernels(set: KernelSet = plain): KernelSet {
  const before = activeKernels();
  active = set;
  return before;
}

/** The set in use. */
export function activeKernels(): KernelSet {
  return (active ??= provide());
}

export function gemmKernel(dtype: FloatDType): Gemm {
  return activeKernels().gemm?.[dtype] ?? plainGemm;
}
