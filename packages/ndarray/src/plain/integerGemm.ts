import type { DType } from "../core/dtype.ts";
import type { Gemm } from "../kernels.ts";

/** Matrix product with the wrap-around of the dtype; for bool the "or" of "and"s. Alpha is 1, beta 0. */
export function integerGemm(dtype: DType): Gemm {
  return (
    m,
    n,
    k,
    _alpha,
    a,
    aOffset,
    aRow,
    aCol,
    b,
    bOffset,
    bRow,
    bCol,
    _beta,
    c,
    cOffset,
    cRow,
    cCol,
  ) => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        let p = aOffset + i * aRow;
        let q = bOffset + j * bCol;
        for (let t = 0; t < k; t++, p += aCol, q += bRow) sum = (sum + Math.imul(a[p], b[q])) | 0;
        c[cOffset + i * cRow + j * cCol] = dtype === "bool" ? Number(sum !== 0) : sum;
      }
    }
  };
}
