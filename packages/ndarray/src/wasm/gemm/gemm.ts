import type { TypedArray } from "../../core/dtype.ts";
import type { Gemm } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import type { Runtime } from "../runtime.ts";
import type { Epilogue, Matrix } from "./matrixProduct.ts";
import { copyBack, stageIn, stageOut } from "./stagedMatrix.ts";
import type { ArrayMatrix, FloatArray } from "./stagedMatrix.ts";

/** Bias and activation of `product`, the bias (N) anywhere in an array. */
export interface ArrayEpilogue {
  readonly bias: { readonly data: FloatArray; readonly offset: number } | undefined;
  readonly relu: boolean;
}

/** `C = alpha A B + beta C`, then the epilogue, wherever the arrays live. */
export function product(
  runtime: Runtime,
  type: FloatType,
  [m, n, k]: readonly [number, number, number],
  alpha: number,
  a: ArrayMatrix,
  b: ArrayMatrix,
  beta: number,
  c: ArrayMatrix,
  epilogue?: ArrayEpilogue,
): void {
  if (m === 0 || n === 0) return;
  const { heap } = runtime;
  const bias = epilogue?.bias;
  if (
    heap?.owns(c.data) &&
    (k === 0 || (heap.owns(a.data) && heap.owns(b.data))) &&
    (!bias || heap.owns(bias.data))
  ) {
    const at = epilogue && {
      relu: epilogue.relu,
      bias: bias ? addressOf(bias.data, bias.offset) : 0,
    };
    const kernel = runtime.onHeap.product(type);
    kernel.run(m, n, k, alpha, inPlace(a), inPlace(b), beta, inPlace(c), at);
    return;
  }
  const { staging } = runtime;
  const kernel = runtime.staged.product(type);
  staging.begin();
  const stagedA = k === 0 ? nowhere : stageIn(staging, a, m, k);
  const stagedB = k === 0 ? nowhere : stageIn(staging, b, k, n);
  let at: Epilogue | undefined;
  if (epilogue) {
    const row = bias && { data: bias.data, offset: bias.offset, row: n, column: 1 };
    at = { relu: epilogue.relu, bias: row ? stageIn(staging, row, 1, n).address : 0 };
  }
  if (beta === 0) {
    const result = stageOut(staging, c, m, n);
    kernel.run(m, n, k, alpha, stagedA, stagedB, 0, result, at);
    copyBack(staging, result, c, m, n);
    return;
  }
  // C's old value takes part: it is staged dense, so that it can go back as a fresh result does.
  const old = stageIn(staging, c, m, n);
  const result = stageOut(staging, c, m, n);
  kernel.copy(m, n, old, result);
  kernel.run(m, n, k, alpha, stagedA, stagedB, beta, result, at);
  copyBack(staging, result, c, m, n);
}

const nowhere: Matrix = { address: 0, row: 0, column: 0 };

function addressOf(data: FloatArray, offset: number): number {
  return data.byteOffset + offset * data.BYTES_PER_ELEMENT;
}

function inPlace({ data, offset, row, column }: ArrayMatrix): Matrix {
  const bytes = data.BYTES_PER_ELEMENT;
  return { address: addressOf(data, offset), row: row * bytes, column: column * bytes };
}

function floats(data: TypedArray): FloatArray {
  if (data instanceof Float32Array || data instanceof Float64Array) return data;
  throw new TypeError(`gemm: expected float32 or float64, found ${data.constructor.name}`);
}

/** The kernel of this form for the core's seam. */
export function gemmKernel(runtime: Runtime, type: FloatType): Gemm {
  return (
    m,
    n,
    k,
    alpha,
    a,
    aOffset,
    aRow,
    aCol,
    b,
    bOffset,
    bRow,
    bCol,
    beta,
    c,
    cOffset,
    cRow,
    cCol,
  ) =>
    product(
      runtime,
      type,
      [m, n, k],
      alpha,
      { data: floats(a), offset: aOffset, row: aRow, column: aCol },
      { data: floats(b), offset: bOffset, row: bRow, column: bCol },
      beta,
      { data: floats(c), offset: cOffset, row: cRow, column: cCol },
    );
}
