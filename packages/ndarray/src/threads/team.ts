import { leastShared } from "../wasm/gemm/gemm.ts";
import { control } from "../wasm/gemm/sharedWork.ts";
import type { MatrixProduct, Team } from "../wasm/gemm/matrixProduct.ts";
import { tileColumns } from "../wasm/gemm/tile.ts";
import type { Tile } from "../wasm/gemm/tile.ts";
import type { Heap } from "../wasm/memory/heap.ts";
import type { Pacing } from "./pacing.ts";

/** Chunks for each thread: enough for a late worker to take fewer. */
const chunksPerThread = 4;

/** Spins before the caller sleeps until a worker's last chunk is done. */
const spins = 20_000;

/** One kind of product (float32 or float64) that threads share. */
export interface Job {
  readonly address: number;
  readonly product: MatrixProduct;
  readonly tile: Tile;
}

/**
 * Splits a product along the longer side of C into chunks that the caller and the workers claim one
 * by one. The caller never waits for a chunk that nobody has begun: it takes that chunk itself.
 */
export function teamFor(
  heap: Heap,
  { address, product, tile }: Job,
  threads: number,
  announce: () => void,
  pacing: Pacing,
): Team {
  const words = new Int32Array(heap.memory.buffer, address, control.bytes / 4);
  const alpha =
    tile.type === "f32"
      ? new Float32Array(heap.memory.buffer, address + control.alpha, 1)
      : new Float64Array(heap.memory.buffer, address + control.alpha, 1);
  let sequence = 0;
  return (m, n, k, factor, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate, bias, relu) => {
    if (m * n * k < leastShared || !pacing.shouldShare()) return false;
    const byRows = m > n;
    const [length, step] = byRows ? [m, tile.rows] : [n, tileColumns(tile)];
    const wanted = Math.min(chunksPerThread * threads, 255);
    const size = Math.ceil(Math.ceil(length / wanted) / step) * step;
    const chunks = Math.ceil(length / size);
    if (chunks < 2) return false;

    const start = performance.now();
    const sizes = { m, n, k, byRows: byRows ? 1 : 0, size, relu, accumulate } as const;
    const places = { a, aRow, aColumn, b, bRow, bColumn, c, cRow, bias } as const;
    putAll(words, { ...sizes, ...places, done: 0 });
    alpha[0] = factor;
    sequence = (sequence + 1) & 0xffff;
    Atomics.store(words, control.claim / 4, (sequence << 16) | (chunks << 8));
    announce();
    product.kernel.work!(address, product.workspace);
    const own = performance.now();
    waitFor(words, chunks);
    pacing.note(performance.now() - start, performance.now() - own);
    return true;
  };
}

type Fields = Readonly<Record<Exclude<keyof typeof control, "claim" | "alpha" | "bytes">, number>>;

/** Writes a job's words; `fieldNames` spells the keys because `Object.keys` forgets their type. */
function putAll(words: Int32Array, fields: Fields): void {
  for (const name of fieldNames) words[control[name] / 4] = fields[name];
}

const fieldNames = [
  "done", "byRows", "size", "m", "n", "k", "a", "aRow", "aColumn", "b", "bRow", "bColumn",
  "c", "cRow", "accumulate", "bias", "relu",
] as const; // prettier-ignore

/** Returns when all chunks are done. */
function waitFor(words: Int32Array, chunks: number): void {
  const place = control.done / 4;
  for (let spin = 0; ; spin++) {
    const done = Atomics.load(words, place);
    if (done === chunks) return;
    if (spin > spins) Atomics.wait(words, place, done, 1);
  }
}
