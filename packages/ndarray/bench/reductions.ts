import { cpuTime, inProcess, pythonPeer } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import * as np from "@ml-roadmap/ndarray";
import { seeded } from "./peers/product.ts";
import { warm } from "./peers/warm.ts";

const numpy = pythonPeer(import.meta.url, "bench/python/reductions_numpy.py", {
  modules: ["numpy"],
});

type NDArray = np.NDArray;
type DType = "float32" | "float64";
type Layout = "contiguous" | "every second";

const whole: Readonly<Record<string, (x: NDArray, y: NDArray) => unknown>> = {
  sum: (x) => np.sum(x),
  mean: (x) => np.mean(x),
  max: (x) => np.max(x),
  argmax: (x) => np.argmax(x),
  dot: (x, y) => np.dot(x, y),
};

const byAxis: Readonly<Record<string, (x: NDArray, y: NDArray) => unknown>> = {
  "sum of rows": (x) => np.sum(x, { axis: 1 }),
  "sum of columns": (x) => np.sum(x, { axis: 0 }),
  "max of rows": (x) => np.max(x, { axis: 1 }),
  "max of columns": (x) => np.max(x, { axis: 0 }),
  "matrix times vector": (x, y) => np.scope(() => np.matmul(x, y).size),
  "transpose times vector": (x, y) => np.scope(() => np.matmul(x.T, y).size),
};

function ours(
  name: string,
  shape: readonly number[],
  dtype: DType,
  layout: Layout,
  inHeap: boolean,
) {
  return inProcess(async () => {
    const step = layout === "every second" ? 2 : 1;
    const make = (size: number, seed: number): NDArray => {
      const values = np.fromTyped(seeded([1, size * step], seed), [size * step]).astype(dtype);
      return inHeap ? np.toHeap(values) : values;
    };
    const size = shape.reduce((product, n) => product * n, 1);
    const owned = [make(size, 1), make(name.startsWith("transpose") ? shape[0] : shape.at(-1)!, 2)];
    const [x, y] = owned.map((array) => (step === 2 ? array.at("::2") : array));
    const matrix = shape.length === 1 ? x : x.reshape([...shape]);
    const apply = whole[name] ?? byAxis[name];
    return {
      run: await warm(() => apply(matrix, y)),
      close: () => np.release(owned),
      versions: { "ndarray kernels": np.kernels().variant },
    };
  });
}

function cases({ quick }: { quick: boolean }): Case[] {
  const sizes = quick ? [1e3, 1e5] : [1e3, 1e4, 1e5, 1e6, 1e7];
  const vectors = [
    ...sizes.map((n) => [[n], "contiguous"] as const),
    [[quick ? 1e4 : 1e6], "every second"] as const,
  ];
  const matrices = (quick ? [[100, 100]] : [[100, 100], [1000, 1000], [100_000, 100]]).map(
    (shape) => [shape, "contiguous"] as const,
  ); // prettier-ignore
  return (["float32", "float64"] as const).flatMap((dtype) =>
    [
      ...Object.keys(whole).map((name) => [name, vectors] as const),
      ...Object.keys(byAxis).map((name) => [name, matrices] as const),
    ].flatMap(([name, layouts]) =>
      layouts.map(([shape, layout]) => ({
        name: `${name}, ${dtype}, (${shape.join(", ")}) ${layout}`,
        measures: [cpuTime("us")],
        rounds: 5,
        ours: {
          ndarray: ours(name, shape, dtype, layout, true),
          "arrays outside the heap": ours(name, shape, dtype, layout, false),
        },
        peers: { numpy: numpy.case("reduction", { name, shape, dtype, layout }) },
      })),
    ),
  );
}

const suite: Suite = {
  description: "sums, extremes, dot products and matrix-vector products, one thread",
  variants: { "opt-in flag": { env: { ML_ROADMAP_EXPERIMENTAL: "1" } } },
  cases,
};
export default suite;
