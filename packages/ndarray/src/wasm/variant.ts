import { revectorizes } from "./experimental.ts";
import { hasRelaxedSimd, hasSimd } from "./features.ts";
import type { Tile } from "./gemm/tile.ts";
import { environment, v8Version } from "./host.ts";
import type { FloatType } from "./asm/index.ts";

/** Plain TypeScript, WebAssembly SIMD, or SIMD with fused multiply-add. */
export type Variant = "plain" | "simd" | "fma";

const variants: readonly Variant[] = ["plain", "simd", "fma"];

/**
 * The best variant this engine runs, or the one that ML_ROADMAP_KERNELS names.
 *
 * Throws when the variable names an unknown variant or one that the engine cannot run: a
 * measurement must not silently be of something else.
 */
export function chooseVariant(): Variant {
  const best: Variant = hasRelaxedSimd() ? "fma" : hasSimd() ? "simd" : "plain";
  const asked = environment("ML_ROADMAP_KERNELS");
  if (asked === undefined) return best;
  const variant = variants.find((name) => name === asked);
  if (!variant)
    throw new RangeError(`ML_ROADMAP_KERNELS: expected ${variants.join(", ")}, found "${asked}"`);
  if (variants.indexOf(variant) > variants.indexOf(best))
    throw new Error(
      `ML_ROADMAP_KERNELS=${variant}: this engine runs at most "${best}"; use Node 22 or newer, ` +
        "or set ML_ROADMAP_EXPERIMENTAL=1",
    );
  return variant;
}

/**
 * The register tile for a variant, by measurement (docs/kernels.md): 16 registers hold the sums, B's
 * vectors and one splat of A. V8 before 12 spills when the loop is unrolled.
 */
export function chooseTile(variant: Exclude<Variant, "plain">, type: FloatType): Tile {
  if (variant === "simd") return { type, rows: 5, vectors: 2, unroll: 1, fma: false };
  if (revectorizes()) return { type, rows: 6, vectors: 4, unroll: 2, fma: true };
  return { type, rows: 6, vectors: 2, unroll: v8Version() < 12 ? 1 : 4, fma: true };
}
