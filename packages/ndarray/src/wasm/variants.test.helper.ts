import { setExperimentalFlag } from "./experimental.ts";
import { hasRelaxedSimd } from "./features.ts";
import type { WasmVariant } from "./runtime.ts";

/**
 * Every variant that this engine can run. FMA is behind a V8 flag in Node 20, which is set here so
 * that the tests cover it; ML_ROADMAP_EXPERIMENTAL=1 has them cover 256-bit operations in Node 24.
 */
export function testableVariants(): WasmVariant[] {
  if (!hasRelaxedSimd() || process.env["ML_ROADMAP_EXPERIMENTAL"] === "1") setExperimentalFlag();
  return hasRelaxedSimd() ? ["simd", "fma"] : ["simd"];
}

/** Deterministic numbers in [-1, 1). */
export function numbers(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) >>> 0) + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
