import { ModuleBuilder } from "../asm/index.ts";
import { copyMatrix } from "./copyMatrix.ts";
import { macroKernel } from "./macroKernel.ts";
import { microKernel } from "./microKernel.ts";
import { packPanels } from "./packPanels.ts";
import type { Tile } from "./tile.ts";
import { finishMatrix, scaleMatrix, scatterMatrix } from "./touchUp.ts";

/** The exported functions of a matrix product module; addresses and strides in bytes. */
export interface GemmExports {
  // prettier-ignore
  macro(m: number, n: number, k: number, a: number, aRow: number, b: number, c: number, cRow: number, accumulate: number, scratch: number): void;
  // prettier-ignore
  packPanels(source: number, series: number, step: number, k: number, n: number, target: number): void;
  // prettier-ignore
  copyMatrix(source: number, sourceRow: number, sourceColumn: number, rows: number, columns: number, target: number, targetRow: number): void;
  // prettier-ignore
  scatterMatrix(source: number, sourceRow: number, m: number, n: number, target: number, targetRow: number, targetColumn: number): void;
  scaleMatrix(c: number, row: number, m: number, n: number, factor: number): void;
  // prettier-ignore
  finishMatrix(c: number, row: number, m: number, n: number, bias: number, relu: number): void;
}

/** The bytes of the module for one tile. */
export function gemmModule(tile: Tile, shared: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ shared });
  const micro = microKernel(module, tile);
  macroKernel(module, tile, micro);
  packPanels(module, tile);
  copyMatrix(module, tile.type);
  scatterMatrix(module, tile.type);
  scaleMatrix(module, tile.type);
  finishMatrix(module, tile.type);
  return module.encode();
}
