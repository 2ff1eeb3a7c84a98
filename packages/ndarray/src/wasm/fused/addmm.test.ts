import { afterEach, describe, expect, test, vi } from "vitest";
import { hasRelaxedSimd } from "../features.ts";

const variants = hasRelaxedSimd() ? ["plain", "simd", "fma"] : ["plain", "simd"];

afterEach(() => vi.unstubAllEnvs());

/** The package with the kernels of one variant. */
async function load(variant: string) {
  vi.stubEnv("ML_ROADMAP_KERNELS", variant);
  vi.resetModules();
  return import("../../index.ts");
}

describe.each(variants)("variant %s", (variant) => {
  test.each(["float32", "float64"] as const)(
    "addmm(c, a, b, { alpha, beta }) is alpha A B + beta C in %s, transposed or not",
    async (dtype) => {
      const np = await load(variant);
      const random = np.randomGenerator(3);
      const normal = (m: number, n: number) => random.normal(0, 1, [m, n]).astype(dtype);
      for (const [m, k, n] of [
        [1, 1, 1],
        [3, 5, 2],
        [37, 20, 41],
      ] as const)
        // prettier-ignore
        for (const [alpha, beta] of [[1, 1], [-0.5, 2], [2, 0]] as const) { // prettier-ignore
          const [a, b] = [normal(k, m).T, normal(k, n)];
          for (const c of [normal(m, n), np.toHeap(normal(n, m)).T]) {
            const expected = np.add(np.multiply(alpha, np.matmul(a, b)), np.multiply(beta, c));
            expect(np.fused.addmm(c, a, b, { alpha, beta })).toBe(c);
            expect(np.allclose(c, expected, { rtol: 1e-5, atol: 1e-5 })).toBe(true);
          }
        }
    },
  );

  test("addr(c, x, y, { alpha }) adds alpha x yᵀ, also to a slice", async () => {
    const np = await load(variant);
    const c = np.arange(30, { dtype: "float64" }).reshape(5, 6);
    const before = c.copy();
    const [x, y] = [np.array([1, 2, 3]), np.array([1, 0, -1, 2]).at("::-1")];
    np.fused.addr(c.at("1:4", "1:5"), x, y, { alpha: 10 });
    const change = np.subtract(c, before);
    expect(change.at("1:4", "1:5").toArray()).toEqual(np.multiply(10, np.outer(x, y)).toArray());
    expect(np.sum(np.abs(change))).toBe(10 * 6 * 4);
  });

  test("addmm and addr refuse other shapes and dtypes, and a result that is a factor", async () => {
    const np = await load(variant);
    const [a, b, c] = [np.ones([2, 3]), np.ones([3, 4]), np.ones([2, 4])];
    expect(() => np.fused.addmm(c, b, a)).toThrow(
      "addmm: expected (M, N) + (M, K) x (K, N), found (2, 4) + (3, 4) x (2, 3)",
    );
    expect(() => np.fused.addmm(a, a, b)).toThrow(
      "addmm: the result has shape (2, 4), out has (2, 3)",
    );
    const square = np.ones([3, 3]);
    expect(() => np.fused.addmm(square, square.T, np.eye(3))).toThrow(
      "shares memory with a factor",
    );
    expect(() => np.fused.addr(c, a, b)).toThrow(
      "addr: expected (M, N) + (M) x (N), found (2, 4) + (2, 3) x (3, 4)",
    );
    const bytes = np.ones([2, 4], { dtype: "int32" });
    expect(() => np.fused.addmm(bytes, a, b)).toThrow("addmm: expected arrays of one float dtype");
  });
});
