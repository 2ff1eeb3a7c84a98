import { cpuTime, inProcess, pythonPeer } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import * as np from "@ml-roadmap/ndarray";
import { mlMatrix, numpyTs } from "./peers/javascript.ts";
import { onnxRuntime } from "./peers/onnx.ts";
import { seeded, storedShapes } from "./peers/product.ts";
import type { Product } from "./peers/product.ts";
import { warm } from "./peers/warm.ts";
import { tensorflow } from "./peers/tensorflow.ts";

const numpy = pythonPeer(import.meta.url, "bench/python/gemm_numpy.py", { modules: ["numpy"] });
const torch = pythonPeer(import.meta.url, "bench/python/gemm_torch.py", { modules: ["torch"] });

// Cubes, and the layers of a network 784-256-128-10 for MNIST with batches of 128: the product
// forward, the weights' gradient (A transposed) and the input's gradient (B transposed).
const shapes: readonly (readonly [Product["form"], number, number, number])[] = [
  ["nn", 64, 64, 64],
  ["nn", 128, 128, 128],
  ["nn", 256, 256, 256],
  ["nn", 512, 512, 512],
  ["nn", 1024, 1024, 1024],
  ["nn", 128, 784, 256],
  ["nn", 128, 256, 128],
  ["nn", 128, 128, 10],
  ["tn", 784, 128, 256],
  ["tn", 256, 128, 128],
  ["tn", 128, 128, 10],
  ["nt", 128, 256, 784],
  ["nt", 128, 128, 256],
  ["nt", 128, 10, 128],
  ["nt", 512, 512, 512],
];

function ours(product: Product, inHeap: boolean) {
  return inProcess(async () => {
    const [shapeA, shapeB] = storedShapes(product);
    const make = (values: Float32Array, shape: readonly [number, number]): np.NDArray => {
      const array = np.fromTyped(values, [...shape]);
      return inHeap ? np.toHeap(array) : array;
    };
    const [a, b] = [make(seeded(shapeA, 1), shapeA), make(seeded(shapeB, 2), shapeB)];
    const out = make(new Float32Array(product.m * product.n), [product.m, product.n]);
    const left = product.form === "tn" ? a.T : a;
    const right = product.form === "nt" ? b.T : b;
    const { variant, tiles, revectorized } = np.kernels();
    const kernels = `${variant} ${tiles?.float32}${revectorized ? ", 256 bits" : ""}`;
    return {
      run: await warm(() => np.matmul(left, right, { out })),
      close: () => np.release(a, b, out),
      versions: { "ndarray kernels": kernels },
    };
  });
}

function shapeCase([form, m, k, n]: (typeof shapes)[number]): Case {
  const product: Product = { form, m, k, n, dtype: "float32" };
  return {
    name: `${form} ${m}x${k}x${n}`,
    measures: [cpuTime("us")],
    ours: { ndarray: ours(product, true), "arrays outside the heap": ours(product, false) },
    peers: {
      numpy: numpy.case("product", { ...product }),
      torch: torch.case("product", { ...product }),
      "tfjs-wasm": tensorflow("wasm", product),
      "tfjs-cpu": tensorflow("cpu", product),
      "onnxruntime-node": onnxRuntime(product),
      "numpy-ts": numpyTs(product),
      "ml-matrix": mlMatrix(product),
    },
  };
}

const suite: Suite = {
  description: "float32 matrix products, A B, AᵀB and ABᵀ, one thread",
  variants: {
    "opt-in flag": { env: { ML_ROADMAP_EXPERIMENTAL: "1" } },
    plain: { env: { ML_ROADMAP_KERNELS: "plain" } },
  },
  cases: shapes.map(shapeCase),
};
export default suite;
