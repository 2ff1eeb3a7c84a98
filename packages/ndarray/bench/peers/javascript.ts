import { inProcess } from "@ml-roadmap/bench";
import type { Runner } from "@ml-roadmap/bench";
import { importPeer, peerVersion } from "./install.ts";
import { seeded, storedShapes } from "./product.ts";
import type { Product } from "./product.ts";

interface NumpyTs {
  array(values: number[][], dtype: string): NumpyTsArray;
  matmul(a: NumpyTsArray, b: NumpyTsArray): { dispose?(): void };
}

interface NumpyTsArray {
  readonly T: NumpyTsArray;
}

function nested(values: Float32Array, [rows, columns]: readonly [number, number]): number[][] {
  return Array.from({ length: rows }, (_, i) => [
    ...values.subarray(i * columns, (i + 1) * columns),
  ]);
}

/** numpy-ts, its transposes as views. */
export function numpyTs(product: Product): Runner {
  return inProcess(async () => {
    const np: NumpyTs = await importPeer("numpy-ts");
    const [shapeA, shapeB] = storedShapes(product);
    const a = np.array(nested(seeded(shapeA, 1), shapeA), product.dtype);
    const b = np.array(nested(seeded(shapeB, 2), shapeB), product.dtype);
    const [left, right] = [product.form === "tn" ? a.T : a, product.form === "nt" ? b.T : b];
    const run = (): void => np.matmul(left, right).dispose?.();
    return { run, versions: { "numpy-ts": peerVersion("numpy-ts") } };
  });
}

interface MlMatrix {
  readonly Matrix: new (values: number[][]) => Matrix;
}

interface Matrix {
  transpose(): Matrix;
  mmul(other: Matrix): Matrix;
}

/** ml-matrix: float64 only, transposes are copies. */
export function mlMatrix(product: Product): Runner {
  return inProcess(async () => {
    const { Matrix }: MlMatrix = await importPeer("ml-matrix");
    const [shapeA, shapeB] = storedShapes(product);
    const a = new Matrix(nested(seeded(shapeA, 1), shapeA));
    const b = new Matrix(nested(seeded(shapeB, 2), shapeB));
    const run = (): Matrix => {
      const left = product.form === "tn" ? a.transpose() : a;
      return left.mmul(product.form === "nt" ? b.transpose() : b);
    };
    return { run, versions: { "ml-matrix": peerVersion("ml-matrix") } };
  });
}
