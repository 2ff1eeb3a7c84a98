import { afterEach, expect, test, vi } from "vitest";
import { hasRelaxedSimd, hasSimd } from "./features.ts";
import { v8Version } from "./host.ts";
import { chooseTile, chooseVariant } from "./variant.ts";

afterEach(() => vi.unstubAllEnvs());

test("chooseVariant() takes the best that the engine runs", () => {
  vi.stubEnv("ML_ROADMAP_KERNELS", "");
  expect(hasSimd()).toBe(true);
  expect(chooseVariant()).toBe(hasRelaxedSimd() ? "fma" : "simd");
});

test("ML_ROADMAP_KERNELS names the variant, as far as the engine runs it", () => {
  for (const name of ["plain", "simd"] as const) {
    vi.stubEnv("ML_ROADMAP_KERNELS", name);
    expect(chooseVariant()).toBe(name);
  }
  vi.stubEnv("ML_ROADMAP_KERNELS", "avx");
  expect(() => chooseVariant()).toThrow('expected plain, simd, fma, found "avx"');
  vi.stubEnv("ML_ROADMAP_KERNELS", "fma");
  if (hasRelaxedSimd()) expect(chooseVariant()).toBe("fma");
  else expect(() => chooseVariant()).toThrow('this engine runs at most "simd"');
});

test("chooseTile(variant, type) unrolls only where V8 does not spill", () => {
  expect(chooseTile("simd", "f32")).toMatchObject({ rows: 5, vectors: 2, unroll: 1, fma: false });
  const tile = chooseTile("fma", "f64");
  expect(tile).toMatchObject({ rows: 6, vectors: 2, unroll: v8Version() < 12 ? 1 : 4, fma: true });
});
