// M, N, K: C (M, N) = alpha A (M, K) B (K, N) + beta C. Addresses and strides are in bytes.
import { lanesOf } from "../asm/index.ts";
import type { Space } from "../memory/space.ts";
import { WebAssembly } from "../webAssembly.ts";
import type { WasmModule } from "../webAssembly.ts";
import { workspaceBytes } from "./blockedProduct.ts";
import type { GemmExports } from "./gemmModule.ts";
import { tileColumns, wideTile } from "./tile.ts";
import type { Tile } from "./tile.ts";

/** A matrix in a space: where element (0, 0) is, and the way to the next row and column. */
export interface Matrix {
  readonly address: number;
  readonly row: number;
  readonly column: number;
}

/** What is done to C while its block is still in the cache. */
export interface Epilogue {
  /** Address of N contiguous numbers that are added to every row of C; 0 for none. */
  readonly bias: number;
  readonly relu: boolean;
}

// Blocks of a C without contiguous rows or columns, which is computed elsewhere and copied.
const denseRows = 144;
const denseColumns = 512;

/** Computes a product of C with contiguous rows in place of `GemmExports.product`, or declines. */
export type Team = (...product: Parameters<GemmExports["product"]>) => boolean;

/** Matrix products on one memory, with the buffers that packing needs. Not reentrant. */
export class MatrixProduct {
  /** Several threads that share this memory, while there are any. */
  team: Team | undefined;
  readonly kernel: GemmExports;
  readonly workspace: number;
  readonly #bytes: number;
  /** The columns of a tile, and of the wide one (0 for none). */
  readonly #columns: readonly [number, number];
  readonly #dense: number;

  constructor(space: Space, tile: Tile, module: WasmModule) {
    this.kernel = new WebAssembly.Instance(module, { env: { memory: space.memory } }).exports;
    this.#bytes = lanesOf(tile.type).bytes;
    const wide = wideTile(tile);
    this.#columns = [tileColumns(tile), wide ? tileColumns(wide) : 0];
    this.workspace = space.reserve(workspaceBytes(tile));
    this.#dense = space.reserve(denseRows * denseColumns * this.#bytes);
  }

  /** Any strides of A, B and C; with beta 0 C is not read. C must not overlap A or B. */
  // prettier-ignore
  run(m: number, n: number, k: number, alpha: number, a: Matrix, b: Matrix, beta: number, c: Matrix, epilogue?: Epilogue): void {
    if (m === 0 || n === 0) return;
    if (c.column === this.#bytes || n === 1) this.#rows(m, n, k, alpha, a, b, beta, c, epilogue);
    else if ((c.row === this.#bytes || m === 1) && !epilogue)
      this.#rows(n, m, k, alpha, turned(b), turned(a), beta, turned(c));
    else this.#throughDense(m, n, k, alpha, a, b, beta, c, epilogue);
  }

  /** Copies (m, n) of any strides to one with contiguous rows or contiguous columns. */
  copy(m: number, n: number, from: Matrix, to: Matrix): void {
    const { kernel } = this;
    if (to.column === this.#bytes)
      kernel.copyMatrix(from.address, from.row, from.column, m, n, to.address, to.row);
    else kernel.copyMatrix(from.address, from.column, from.row, n, m, to.address, to.column);
  }

  /** C with contiguous rows. */
  // prettier-ignore
  #rows(m: number, n: number, k: number, alpha: number, a: Matrix, b: Matrix, beta: number, c: Matrix, epilogue?: Epilogue): void {
    const { kernel, workspace, team } = this;
    let accumulate = beta === 0 ? 0 : 1;
    if (k === 0 || (beta !== 0 && beta !== 1)) {
      kernel.scaleMatrix(c.address, c.row, m, n, beta);
      accumulate = 1;
    }
    const [bias, relu] = epilogue ? [epilogue.bias, epilogue.relu ? 1 : 0] : [0, 0];
    if (k === 0 && epilogue) kernel.finishMatrix(c.address, c.row, m, n, bias, relu);
    if (k === 0 || team?.(m, n, k, alpha, a.address, a.row, a.column, b.address, b.row, b.column, c.address, c.row, accumulate, bias, relu, workspace) === true) return;
    const [columns, wideColumns] = this.#columns;
    const name = n > columns && n <= wideColumns ? "wideProduct" : "product";
    kernel[name]!(m, n, k, alpha, a.address, a.row, a.column, b.address, b.row, b.column, c.address, c.row, accumulate, bias, relu, workspace);
  }

  /** C whose elements are contiguous neither along rows nor along columns, block by block. */
  // prettier-ignore
  #throughDense(m: number, n: number, k: number, alpha: number, a: Matrix, b: Matrix, beta: number, c: Matrix, epilogue?: Epilogue): void {
    const { kernel } = this;
    for (let i = 0; i < m; i += denseRows) {
      const mb = Math.min(denseRows, m - i);
      for (let j = 0; j < n; j += denseColumns) {
        const nb = Math.min(denseColumns, n - j);
        const dense = { address: this.#dense, row: nb * this.#bytes, column: this.#bytes };
        const target = moved(c, i, j);
        if (beta !== 0) this.copy(mb, nb, target, dense);
        const part = epilogue && { ...epilogue, bias: epilogue.bias && epilogue.bias + j * this.#bytes };
        this.#rows(mb, nb, k, alpha, moved(a, i, 0), moved(b, 0, j), beta, dense, part);
        kernel.scatterMatrix(dense.address, dense.row, mb, nb, target.address, c.row, c.column);
      }
    }
  }
}

function moved({ address, row, column }: Matrix, i: number, j: number): Matrix {
  return { address: address + i * row + j * column, row, column };
}

function turned({ address, row, column }: Matrix): Matrix {
  return { address, row: column, column: row };
}
