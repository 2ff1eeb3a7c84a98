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

/**
 * The tile for a C that is just too wide for one panel, such as the ten columns of a classifier: one
 * panel of 12 costs less than a full and a narrow one. More than 3 rows would need a sixteenth
 * register, which V8 keeps for itself. Undefined where a third vector finds no room, or no partner.
 */
export function wideTile(tile: Tile): Tile | undefined {
  return tile.fma && tile.vectors === 2 ? { ...tile, rows: 3, vectors: 3 } : undefined;
}

export function tileColumns(tile: Tile): number {
  return tile.vectors * lanesOf(tile.type).count;
}
