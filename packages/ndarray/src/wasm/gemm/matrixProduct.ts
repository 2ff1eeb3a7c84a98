// M, N, K: C (M, N) = alpha A (M, K) B (K, N) + beta C. Addresses and strides are in bytes.
import { lanesOf } from "../asm/index.ts";
import type { Space } from "../memory/space.ts";
import { WebAssembly } from "../webAssembly.ts";
import type { WasmModule } from "../webAssembly.ts";
import { gemmModule } from "./gemmModule.ts";
import type { GemmExports } from "./gemmModule.ts";
import { tileColumns } from "./tile.ts";
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

// The largest blocks: a panel of B (K x NR) stays in the L1 cache, a block of A (M x K) in L2.
const blockM = 144;
const blockN = 512;
const blockBytesK = 1600;

/** Matrix products on one memory, with the buffers that packing needs. Not reentrant. */
export class MatrixProduct {
  readonly #tile: Tile;
  readonly #kernel: GemmExports;
  readonly #bytes: number;
  readonly #blockK: number;
  readonly #scratch: number;
  readonly #packedB: number;
  readonly #packedA: number;
  readonly #dense: number;

  constructor(space: Space, tile: Tile, compiled?: WasmModule) {
    const module = compiled ?? new WebAssembly.Module(gemmModule(tile, space.shared));
    this.#kernel = new WebAssembly.Instance(module, { env: { memory: space.memory } }).exports;
    this.#tile = tile;
    this.#bytes = lanesOf(tile.type).bytes;
    this.#blockK = blockBytesK / this.#bytes;
    const columns = tileColumns(tile);
    this.#scratch = space.reserve(tile.rows * columns * this.#bytes);
    this.#packedB = space.reserve(roundUp(blockN, columns) * this.#blockK * this.#bytes);
    this.#packedA = space.reserve(
      roundUp(blockM, tile.rows) * rowBytes(this.#blockK * this.#bytes),
    );
    this.#dense = space.reserve(blockM * blockN * this.#bytes);
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
    const kernel = this.#kernel;
    if (to.column === this.#bytes)
      kernel.copyMatrix(from.address, from.row, from.column, m, n, to.address, to.row);
    else kernel.copyMatrix(from.address, from.column, from.row, n, m, to.address, to.column);
  }

  /** C with contiguous rows. */
  // prettier-ignore
  #rows(m: number, n: number, k: number, alpha: number, a: Matrix, b: Matrix, beta: number, c: Matrix, epilogue?: Epilogue): void {
    const kernel = this.#kernel;
    if (k === 0 || (beta !== 0 && beta !== 1)) kernel.scaleMatrix(c.address, c.row, m, n, beta);
    const stepK = evenBlock(k, this.#blockK, this.#tile.unroll);
    const stepM = evenBlock(m, blockM, this.#tile.rows);
    const stepN = evenBlock(n, blockN, tileColumns(this.#tile));
    const inPlace = a.column === this.#bytes || k === 1;
    for (let j = 0; j < n; j += stepN) {
      const nb = Math.min(stepN, n - j);
      const cColumn = c.address + j * this.#bytes;
      for (let p = 0; p < k; p += stepK) {
        const kb = Math.min(stepK, k - p);
        const bBlock = b.address + p * b.row + j * b.column;
        kernel.packPanels(bBlock, b.column, b.row, kb, nb, this.#packedB);
        if (alpha !== 1) this.#scalePanels(nb, kb, alpha);
        const accumulate = p > 0 || beta !== 0 ? 1 : 0;
        for (let i = 0; i < m; i += stepM) {
          const mb = Math.min(stepM, m - i);
          const aBlock = a.address + i * a.row + p * a.column;
          const cBlock = cColumn + i * c.row;
          let from = aBlock;
          let row = a.row;
          if (!inPlace) {
            from = this.#packedA;
            row = rowBytes(kb * this.#bytes);
            kernel.copyMatrix(aBlock, a.row, a.column, mb, kb, from, row);
          }
          kernel.macro(mb, nb, kb, from, row, this.#packedB, cBlock, c.row, accumulate, this.#scratch);
          if (epilogue && p + kb === k) this.#finish(epilogue, cBlock, c.row, mb, nb, j);
        }
      }
    }
    if (epilogue && k === 0) this.#finish(epilogue, c.address, c.row, m, n, 0);
  }

  #scalePanels(n: number, k: number, alpha: number): void {
    const count = roundUp(n, tileColumns(this.#tile)) * k;
    this.#kernel.scaleMatrix(this.#packedB, 0, 1, count, alpha);
  }

  #finish({ bias, relu }: Epilogue, c: number, row: number, m: number, n: number, j: number): void {
    const from = bias === 0 ? 0 : bias + j * this.#bytes;
    this.#kernel.finishMatrix(c, row, m, n, from, relu ? 1 : 0);
  }

  /** C whose elements are contiguous neither along rows nor along columns, block by block. */
  // prettier-ignore
  #throughDense(m: number, n: number, k: number, alpha: number, a: Matrix, b: Matrix, beta: number, c: Matrix, epilogue?: Epilogue): void {
    const kernel = this.#kernel;
    for (let i = 0; i < m; i += blockM) {
      const mb = Math.min(blockM, m - i);
      for (let j = 0; j < n; j += blockN) {
        const nb = Math.min(blockN, n - j);
        const dense = { address: this.#dense, row: nb * this.#bytes, column: this.#bytes };
        const target = moved(c, i, j);
        if (beta !== 0) kernel.copyMatrix(target.address, c.row, c.column, mb, nb, dense.address, dense.row);
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

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** The block size, a multiple of `step`, that cuts `total` into the fewest blocks of like size. */
function evenBlock(total: number, largest: number, step: number): number {
  const blocks = Math.ceil(total / largest);
  return roundUp(Math.ceil(total / Math.max(1, blocks)), step);
}

/** Row stride of a packed A: an odd number of cache lines, so that rows do not share cache sets. */
function rowBytes(bytes: number): number {
  const lines = Math.ceil(bytes / 64);
  return (lines + 1 - (lines % 2)) * 64;
}
