import type { Definitions } from "../graph/definition.ts";
import type { Dimension } from "../onnx/model.ts";
import { showShape } from "../graph/dimension.ts";
import { broadcastShapes } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value, ValueType } from "../graph/value.ts";
import { gemm, matmul } from "../ops/matmul.ts";
import { transposedProduct } from "../ops/transposed-product.ts";
import { unbroadcast } from "../ops/unbroadcast.ts";
import { sameType } from "./infer.ts";

function product(
  operation: string,
  a: Value,
  b: Value,
  transA: boolean,
  transB: boolean,
): ValueType {
  sameType(operation, a, b);
  const [m, k] = matrix(a, transA);
  const [l, n] = matrix(b, transB);
  if (k !== l) {
    throw new ShapeError(
      `${operation}: inner dimensions differ, ${show(a, transA)} x ${show(b, transB)}`,
    );
  }
  const batch = broadcastShapes(operation, a.shape.slice(0, -2), b.shape.slice(0, -2));
  return { dtype: a.dtype, shape: [...batch, m, n] };
}

function matrix(x: Value, isTransposed: boolean): readonly [Dimension, Dimension] {
  const [rows, columns] = x.shape.slice(-2);
  return isTransposed ? [columns, rows] : [rows, columns];
}

function show(x: Value, isTransposed: boolean): string {
  return showShape(x.shape) + (isTransposed ? " transposed" : "");
}

// y = s A B, where A and B are a and b, transposed or not: dA = s d B^T, dB = s A^T d;
// where a was transposed, its gradient is dA^T, which is the product taken the other way round.
export const matrixProducts: Pick<Definitions, "MatMul" | "FusedMatMul" | "Gemm"> = {
  MatMul: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [product("matmul", a, b, false, false)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(matmul(d, b, { transposeB: true }), a.shape),
      () => unbroadcast(matmul(a, d, { transposeA: true }), b.shape),
    ],
  },
  FusedMatMul: {
    domain: "com.microsoft",
    attributes: { transA: "flag", transB: "flag", alpha: "float" },
    infer: ({ inputs: [a, b], attributes: { transA, transB } }) => [
      product("matmul", a, b, transA, transB),
    ],
    vjp: ({ inputs: [a, b], attributes: { transA, transB, alpha }, gradient: d }) => [
      () =>
        unbroadcast(
          transA
            ? matmul(b, d, { transposeA: transB, transposeB: true, scale: alpha })
            : matmul(d, b, { transposeB: !transB, scale: alpha }),
          a.shape,
        ),
      () =>
        unbroadcast(
          transB
            ? matmul(d, a, { transposeA: true, transposeB: transA, scale: alpha })
            : matmul(a, d, { transposeA: !transA, scale: alpha }),
          b.shape,
        ),
    ],
  },
  Gemm: {
    attributes: { transA: "flag", transB: "flag", alpha: "float" },
    infer: ({ inputs: [a, b, c], attributes: { transA, transB } }) => {
      if (a.rank !== 2 || b.rank !== 2) {
        throw new ShapeError(
          `gemm: expected matrices, found ${showShape(a.shape)} and ${showShape(b.shape)}`,
        );
      }
      const type = product("gemm", a, b, transA, transB);
      if (c !== undefined) {
        sameType("gemm", a, c);
        const sum = broadcastShapes("gemm", type.shape, c.shape);
        if (showShape(sum) !== showShape(type.shape)) {
          throw new ShapeError(
            `gemm: cannot add ${showShape(c.shape)} to a product of shape ${showShape(type.shape)}`,
          );
        }
      }
      return [type];
    },
    vjp: ({ inputs: [a, b, c], attributes: { transA, transB, alpha }, gradient: d }) => [
      () =>
        transA
          ? gemm(b, d, undefined, { transA: transB, transB: true, alpha })
          : gemm(d, b, undefined, { transB: !transB, alpha }),
      () => {
        if (transA) {
          return transB
            ? gemm(d, a, undefined, { transA: true, transB: true, alpha })
            : gemm(a, d, undefined, { alpha });
        }
        return transB ? transposedProduct(d, a, alpha) : transposedProduct(a, d, alpha);
      },
      c && (() => unbroadcast(d, c.shape)),
    ],
  },
};
