import { ModuleBuilder } from "../asm/index.ts";
import { blockedProduct } from "./blockedProduct.ts";
import type { Product } from "./blockedProduct.ts";
import { copyMatrix } from "./copyMatrix.ts";
import { macroKernel } from "./macroKernel.ts";
import { packPanels } from "./packPanels.ts";
import { addSharedWork } from "./sharedWork.ts";
import { wideTile } from "./tile.ts";
import type { Tile } from "./tile.ts";
import { finishMatrix, scaleMatrix, scatterMatrix } from "./touchUp.ts";

/** The exported functions of a matrix product module; addresses and strides in bytes. */
export interface GemmExports {
  // prettier-ignore
  product(m: number, n: number, k: number, alpha: number, a: number, aRow: number, aColumn: number, b: number, bRow: number, bColumn: number, c: number, cRow: number, accumulate: number, bias: number, relu: number, workspace: number): void;
  /** As `product`, with `wideTile`, where there is one. */
  wideProduct?: GemmExports["product"];
  // prettier-ignore
  copyMatrix(source: number, sourceRow: number, sourceColumn: number, rows: number, columns: number, target: number, targetRow: number): void;
  // prettier-ignore
  scatterMatrix(source: number, sourceRow: number, m: number, n: number, target: number, targetRow: number, targetColumn: number): void;
  scaleMatrix(c: number, row: number, m: number, n: number, factor: number): void;
  // prettier-ignore
  finishMatrix(c: number, row: number, m: number, n: number, bias: number, relu: number): void;
  /** In modules for a shared memory only. */
  work?(job: number, workspace: number): void;
}

/** The bytes of the module for one tile. */
export function gemmModule(tile: Tile, shared: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ shared });
  const { type } = tile;
  const parts = {
    copy: copyMatrix(module, type),
    scale: scaleMatrix(module, type),
    finish: finishMatrix(module, type),
  };
  const productBy = (name: string, by: Tile): Product =>
    blockedProduct(module, name, by, {
      ...parts,
      macro: macroKernel(module, by),
      pack: packPanels(module, by),
    });
  const product = productBy("product", tile);
  const wide = wideTile(tile);
  if (wide) productBy("wideProduct", wide);
  scatterMatrix(module, type);
  if (shared) addSharedWork(module, type, product);
  return module.encode();
}
