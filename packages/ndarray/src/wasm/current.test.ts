import { expect, test, vi } from "vitest";
import { hasRelaxedSimd } from "./features.ts";

async function freshIndex() {
  vi.resetModules();
  return await import("../index.ts");
}

test("kernels() tells the variant, its tiles and the heap", async () => {
  vi.stubEnv("ML_ROADMAP_KERNELS", "simd");
  const np = await freshIndex();
  expect(np.kernels()).toMatchObject({
    variant: "simd",
    tiles: { float32: "5x8", float64: "5x4" },
    revectorized: false,
  });
  vi.unstubAllEnvs();
});

test("ML_ROADMAP_KERNELS=plain computes without WebAssembly, also in a scope", async () => {
  vi.stubEnv("ML_ROADMAP_KERNELS", "plain");
  const np = await freshIndex();
  expect(np.kernels()).toMatchObject({ variant: "plain", tiles: undefined });
  const product = np.scope(() => np.matmul(np.ones([30, 40]), np.ones([40, 20])).copy());
  expect(product.get(29, 19)).toBe(40);
  vi.unstubAllEnvs();
});

test("enableExperimentalKernels() gives fused multiply-add where V8 has it behind a flag", async () => {
  const np = await freshIndex();
  const [a, b] = [np.ones([64, 64]), np.full([64, 64], 0.5)];
  expect(np.matmul(a, b).get(5, 7)).toBe(32);
  const { variant } = np.enableExperimentalKernels();
  expect(hasRelaxedSimd()).toBe(true);
  expect(variant).toBe("fma");
  expect(np.matmul(a, b).get(5, 7)).toBe(32);
});
