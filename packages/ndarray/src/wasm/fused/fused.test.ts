import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { NDArray } from "../../core/ndarray.ts";
import { hasRelaxedSimd } from "../features.ts";

interface Fixture {
  readonly weights: number[];
  readonly gradients: number[][];
  readonly runs: Record<"sgd" | "momentum" | "nesterov" | "adam" | "adamw", number[][]>;
  readonly logits: number[][];
  readonly softmax: number[][];
  readonly images: number[][][][];
  readonly patches: number[][][][][][];
}

const file = new URL("fixtures/fused.json", import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, "utf8"));

const variants = hasRelaxedSimd() ? ["plain", "simd", "fma"] : ["plain", "simd"];

afterEach(() => vi.unstubAllEnvs());

/** The package with the kernels of one variant. */
async function load(variant: string) {
  vi.stubEnv("ML_ROADMAP_KERNELS", variant);
  vi.resetModules();
  const np = await import("../../index.ts");
  expect(np.kernels().variant).toBe(variant);
  return np;
}

type Np = Awaited<ReturnType<typeof load>>;

function close(
  found: { toTyped(): ArrayLike<number> },
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  const values = found.toTyped();
  expect(values.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    if (!(Math.abs(values[i] - expected[i]) <= tolerance))
      expect.fail(`element ${i} is ${values[i]}, not ${expected[i]}`);
}

const tolerances = { float64: 1e-13, float32: 2e-6 };

describe.each(variants)("variant %s", (variant) => {
  describe.each(["float32", "float64"] as const)("%s", (dtype) => {
    describe.each(["heap", "outside"])("%s", (place) => {
      const at = (np: Np, array: NDArray): NDArray => (place === "heap" ? np.toHeap(array) : array);

      test("the optimisers follow PyTorch's", async () => {
        const np = await load(variant);
        const rules = {
          sgd: (w, g) => np.fused.sgd(w, g, { learningRate: 0.1, weightDecay: 0.01 }),
          momentum: (w, g, v) => np.fused.momentum(w, g, v, { learningRate: 0.1, weightDecay: 0.01 }),
          nesterov: (w, g, v) => np.fused.momentum(w, g, v, { learningRate: 0.1, nesterov: true }),
          adam: (w, g, m, v, step) => np.fused.adam(w, g, m, v, { learningRate: 0.01, beta1: 0.8, beta2: 0.95, weightDecay: 0.1, step }),
          adamw: (w, g, m, v, step) => np.fused.adamw(w, g, m, v, { learningRate: 0.01, beta1: 0.8, beta2: 0.95, weightDecay: 0.1, step }),
        } satisfies Record<string, (w: NDArray, g: NDArray, m: NDArray, v: NDArray, step: number) => void>; // prettier-ignore
        for (const name of ["sgd", "momentum", "nesterov", "adam", "adamw"] as const) {
          const w = at(np, np.array(fixture.weights, { dtype }));
          const [m, v] = [at(np, np.zeros([13], { dtype })), at(np, np.zeros([13], { dtype }))];
          fixture.gradients.forEach((gradient, i) => {
            rules[name](w, at(np, np.array(gradient, { dtype })), m, v, i + 1);
            close(w, fixture.runs[name][i], tolerances[dtype]);
          });
        }
      });

      test("softmax(x) gives PyTorch's rows, in place and by out too", async () => {
        const np = await load(variant);
        const x = at(np, np.array(fixture.logits, { dtype }));
        const expected = fixture.softmax.flat();
        const tolerance = dtype === "float32" ? 5e-7 : 1e-14;
        close(np.fused.softmax(x), expected, tolerance);
        close(np.fused.softmax(x.T.copy().T), expected, tolerance);
        const out = at(np, np.zeros([11, 5], { dtype })).T;
        close(np.fused.softmax(x, { out }), expected, tolerance);
        close(np.fused.softmax(x, { out: x }), expected, tolerance);
        const extreme = np.fused.softmax(
          at(np, np.array([1000, 1000, -1000, -Infinity], { dtype })),
        );
        expect(extreme.toArray()).toEqual([0.5, 0.5, 0, 0]);
        expect(np.fused.softmax(at(np, np.array([1, NaN, 2, 3, 4], { dtype }))).get(4)).toBeNaN();
      });

      test("im2col(images) gives PyTorch's patches; col2im is its adjoint", async () => {
        const np = await load(variant);
        const options = { kernel: [3, 2], stride: 2, padding: 1 } as const;
        const images = at(np, np.array(fixture.images, { dtype }));
        const run = (): void => {
          const patches = np.fused.im2col(images, options);
          close(patches, fixture.patches.flat(5), 1e-6);
          const random = np.randomGenerator(2);
          const other = random.normal(0, 1, [...patches.shape]).astype(dtype);
          const back = np.fused.col2im(other, [2, 6, 5, 3], options);
          const left = np.sum(np.multiply(patches, other));
          const right = np.sum(np.multiply(images, back));
          expect(Math.abs(left - right)).toBeLessThan(dtype === "float32" ? 1e-4 : 1e-11);
        };
        if (place === "heap") np.scope(run);
        else run();
      });

      test("linear(x, w, bias) is the product with bias and relu", async () => {
        const np = await load(variant);
        const random = np.randomGenerator(4);
        const draw = (shape: number[]): NDArray => at(np, random.normal(0, 1, shape).astype(dtype));
        const [x, w, b] = [draw([33, 70]), draw([20, 70]).T, draw([20])];
        const expected = np.add(np.matmul(x, w), b);
        close(np.fused.linear(x, w, b), expected.toTyped(), 1e-4);
        close(np.fused.linear(x, w, null), np.matmul(x, w).toTyped(), 1e-4);
        const out = draw([33, 20]);
        expect(np.fused.linear(x, w, b, { activation: "relu", out })).toBe(out);
        close(out, np.maximum(expected, 0).toTyped(), 1e-4);
      });
    });
  });
});

test("the fused functions refuse operands that do not fit, by name", async () => {
  const np = await load("simd");
  const [a, b] = [np.zeros([3, 4]), np.zeros([4, 3])];
  expect(() => np.fused.sgd(a, b, { learningRate: 1 })).toThrow("sgd: expected arrays of one shape, found (3, 4), (4, 3)");
  expect(() => np.fused.sgd(a, b.T, { learningRate: 1 })).toThrow("sgd: an array of shape (3, 4) is not contiguous");
  expect(() => np.fused.sgd(a, np.zeros([3, 4], { dtype: "float32" }), { learningRate: 1 })).toThrow("expected arrays of one float dtype, found float64, float32");
  expect(() => np.fused.adam(a, a, a, a, { learningRate: 1, step: 0 })).toThrow("expected step >= 1, found 0");
  expect(() => np.fused.linear(a, a, null)).toThrow("linear: expected (N, D) x (D, K) + (K,), found (3, 4) x (3, 4)");
  expect(() => np.fused.linear(a, b, np.zeros([4]))).toThrow("(3, 4) x (4, 3) + (4,)");
  expect(() => np.fused.linear(a, b, null, { out: a.at("0:3", "0:3") })).toThrow("out shares memory");
  expect(() => np.fused.softmax(np.array([1, 2], { dtype: "int32" }))).toThrow("found int32");
  expect(() => np.fused.im2col(a, { kernel: [1, 1] })).toThrow("expected images (N, H, W, C), found (3, 4)");
  expect(() => np.fused.im2col(np.zeros([1, 2, 2, 1]), { kernel: [3, 3] })).toThrow("a kernel of 3 x 3 does not fit images of 2 x 2");
}); // prettier-ignore
