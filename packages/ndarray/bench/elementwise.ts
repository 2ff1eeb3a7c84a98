import { cpuTime, inProcess, pythonPeer } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import * as np from "@ml-roadmap/ndarray";
import { seeded } from "./peers/product.ts";
import { warm } from "./peers/warm.ts";

const numpy = pythonPeer(import.meta.url, "bench/python/elementwise_numpy.py", {
  modules: ["numpy"],
});

type NDArray = np.NDArray;
type Layout = "contiguous" | "every second" | "transposed";

const functions: Readonly<Record<string, (x: NDArray, y: NDArray, out: NDArray) => unknown>> = {
  add: (x, y, out) => np.add(x, y, { out }),
  "multiply by a number": (x, _, out) => np.multiply(x, 1.5, { out }),
  divide: (x, y, out) => np.divide(x, y, { out }),
  maximum: (x, y, out) => np.maximum(x, y, { out }),
  sqrt: (x, _, out) => np.sqrt(x, { out }),
  abs: (x, _, out) => np.abs(x, { out }),
  exp: (x, _, out) => np.exp(x, { out }),
  log: (x, _, out) => np.log(x, { out }),
  tanh: (x, _, out) => np.tanh(x, { out }),
  sigmoid: (x, _, out) => np.sigmoid(x, { out }),
  // These two make a new array, in NumPy as here.
  less: (x, y) => np.scope(() => np.less(x, y).size),
  where: (x, y) => np.scope(() => np.where(np.less(x, y), x, y).size),
};

/** x, y and out as the NumPy script lays them out; numbers from 0.1 to 4. */
function operands(n: number, dtype: "float32" | "float64", layout: Layout, inHeap: boolean) {
  const make = (size: number, seed: number): NDArray => {
    const values = np.add(np.multiply(np.fromTyped(seeded([1, size], seed), [size]), 3.9), 2.05);
    const array = values.astype(dtype);
    return inHeap ? np.toHeap(array) : array;
  };
  const side = Math.round(Math.sqrt(n));
  const sizes = {
    contiguous: [n, n, n],
    "every second": [2 * n, 2 * n, 2 * n],
    transposed: [side * side, side, side * side],
  }[layout];
  const arrays = sizes.map(make);
  const view = (array: NDArray, i: number): NDArray => {
    if (layout === "every second") return array.at("::2");
    if (layout === "contiguous" || i === 1) return array;
    const matrix = array.reshape([side, side]);
    return i === 0 ? matrix.T : matrix;
  };
  return { arrays, views: arrays.map(view) };
}

function ours(
  name: string,
  n: number,
  dtype: "float32" | "float64",
  layout: Layout,
  inHeap: boolean,
) {
  return inProcess(async () => {
    const { arrays, views } = operands(n, dtype, layout, inHeap);
    const [x, y, out] = views;
    const apply = functions[name];
    return {
      run: await warm(() => apply(x, y, out)),
      close: () => np.release(arrays),
      versions: { "ndarray kernels": np.kernels().variant },
    };
  });
}

function cases({ quick }: { quick: boolean }): Case[] {
  const sizes = quick ? [1e3, 1e5] : [1e3, 1e4, 1e5, 1e6, 1e7];
  const layouts = [
    ...sizes.map((n) => [n, "contiguous"] as const),
    ...(["every second", "transposed"] as const).map(
      (layout) => [quick ? 1e4 : 1e6, layout] as const,
    ),
  ];
  return (["float32", "float64"] as const).flatMap((dtype) =>
    Object.keys(functions).flatMap((name) =>
      layouts.map(([n, layout]) => ({
        name: `${name}, ${dtype}, ${n.toExponential(0)} ${layout}`,
        measures: [cpuTime("us")],
        rounds: 5,
        ours: {
          ndarray: ours(name, n, dtype, layout, true),
          "arrays outside the heap": ours(name, n, dtype, layout, false),
        },
        peers: { numpy: numpy.case("elementwise", { name, n, dtype, layout }) },
      })),
    ),
  );
}

const suite: Suite = {
  description: "elementwise functions, contiguous and strided, one thread",
  variants: { "opt-in flag": { env: { ML_ROADMAP_EXPERIMENTAL: "1" } } },
  cases,
};
export default suite;
