import { lanesOf } from "../asm/index.ts";
import type { FloatType } from "../asm/index.ts";

/**
 * The register tile of a matrix product and how its inner loop is written.
 *
 * MR = `rows`, NR = `vectors` times the lanes of a vector: MR x NR sums stay in registers while the
 * loop runs over K.
 */
export interface Tile {
  readonly type: FloatType;
  readonly rows: number;
  readonly vectors: number;
  /** Steps of K written out in the loop's body. */
  readonly unroll: number;
  /** Multiply-add fused by relaxed SIMD. */
  readonly fma: boolean;
}

export function tileColumns(tile: Tile): number {
  return tile.vectors * lanesOf(tile.type).count;
}
