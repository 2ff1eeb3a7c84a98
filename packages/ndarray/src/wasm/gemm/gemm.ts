import type { Gemm } from "../../kernels.ts";
import { gemm as plainGemm } from "../../plain/gemm.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, floats } from "../floatArray.ts";
import type { FloatArray } from "../floatArray.ts";
import { VectorProduct } from "../gemv/vectorProduct.ts";
import { dotProduct } from "../reduce/dotProduct.ts";
import type { Runtime } from "../runtime.ts";
import type { Epilogue, Matrix } from "./matrixProduct.ts";
import { copyBack, stageIn, stageOut } from "./stagedMatrix.ts";
import type { ArrayMatrix } from "./stagedMatrix.ts";

/** Bias and activation of `product`, the bias (N) anywhere in an array. */
export interface ArrayEpilogue {
  readonly bias: { readonly data: FloatArray; readonly offset: number } | undefined;
  readonly relu: boolean;
}

/** `C = alpha A B + beta C`, then the epilogue, wherever the arrays live. */
export function product(
  runtime: Runtime,
  type: FloatType,
  sizes: readonly [number, number, number],
  alpha: number,
  a: ArrayMatrix,
  b: ArrayMatrix,
  beta: number,
  c: ArrayMatrix,
  epilogue?: ArrayEpilogue,
): void {
  const [m, n, k] = sizes;
  if (m === 0 || n === 0) return;
  const { heap, staging } = runtime;
  // Threads share the heap only, so with a team a large product of arrays outside goes there too.
  const hasHome = heap.owns(c.data);
  const onHeap = hasHome || (m * n * k >= leastShared && runtime.onHeap.product(type).team);
  const kernel = (onHeap ? runtime.onHeap : runtime.staged).product(type);
  const area = onHeap ? runtime.area : staging;
  staging.begin();
  try {
    const place = (matrix: ArrayMatrix, rows: number, columns: number): Matrix =>
      onHeap && heap.owns(matrix.data) ? inPlace(matrix) : stageIn(area, matrix, rows, columns);
    const [left, right] = k === 0 ? [nowhere, nowhere] : [place(a, m, k), place(b, k, n)];
    const at = epilogue && placed(epilogue, n, place);
    if (hasHome) {
      kernel.run(m, n, k, alpha, left, right, beta, inPlace(c), at);
      return;
    }
    const old = beta === 0 ? undefined : place(c, m, n);
    const result = stageOut(area, c, m, n);
    // C's old value takes part: it becomes dense, so that it can go back as a fresh result does.
    if (old) kernel.copy(m, n, old, result);
    kernel.run(m, n, k, alpha, left, right, beta, result, at);
    copyBack(area, result, c, m, n);
  } finally {
    if (onHeap) runtime.area.releaseAll();
  }
}

function placed(
  { bias, relu }: ArrayEpilogue,
  n: number,
  place: (matrix: ArrayMatrix, rows: number, columns: number) => Matrix,
): Epilogue {
  return { relu, bias: bias ? place({ ...bias, row: n, column: 1 }, 1, n).address : 0 };
}

/** Multiply-adds from which on a product may be shared between threads (about 0.3 ms of work). */
export const leastShared = 1e7;

const nowhere: Matrix = { address: 0, row: 0, column: 0 };

function inPlace({ data, offset, row, column }: ArrayMatrix): Matrix {
  const bytes = data.BYTES_PER_ELEMENT;
  return { address: addressOf(data, offset), row: row * bytes, column: column * bytes };
}

// Measured (docs/kernels.md): multiply-adds from which on the kernel is faster than the plain loop.
const leastInHeap = 30;
const leastStaged = 200;

/** The product for the core's seam: matrix, vector or dot product, plain where that is faster. */
export function gemmKernel(runtime: Runtime, type: FloatType): Gemm {
  const { heap } = runtime;
  const vectors = new VectorProduct(runtime, type);
  const dot = dotProduct(runtime, type);
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
  ) => {
    if (m * n * k < (heap.owns(c) ? leastInHeap : leastStaged)) {
      plainGemm(m, n, k, alpha, a, aOffset, aRow, aCol, b, bOffset, bRow, bCol, beta, c, cOffset, cRow, cCol); // prettier-ignore
      return;
    }
    const left = { data: floats(a), offset: aOffset, row: aRow, column: aCol };
    const right = { data: floats(b), offset: bOffset, row: bRow, column: bCol };
    const target = { data: floats(c), offset: cOffset, row: cRow, column: cCol };
    if (m === 1 && n === 1) {
      const sum = alpha * dot(k, left.data, aOffset, aCol, right.data, bOffset, bRow);
      c[cOffset] = beta === 0 ? sum : sum + beta * c[cOffset];
      return;
    }
    if (n === 1) {
      const x = { data: right.data, offset: bOffset, step: bRow };
      const y = { data: target.data, offset: cOffset, step: cRow };
      if (vectors.run(m, k, alpha, left, x, beta, y)) return;
    }
    if (m === 1) {
      const x = { data: left.data, offset: aOffset, step: aCol };
      const y = { data: target.data, offset: cOffset, step: cCol };
      const turned = { ...right, row: bCol, column: bRow };
      if (vectors.run(n, k, alpha, turned, x, beta, y)) return;
    }
    product(runtime, type, [m, n, k], alpha, left, right, beta, target);
  };
}
