import type { TypedArray } from "../../core/dtype.ts";
import type { RowsKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import { chunkLength } from "../memory/chunks.ts";
import type { Area } from "../memory/area.ts";
import { copyLines } from "../memory/copyIn.ts";
import type { KernelFunction, Runtime } from "../runtime.ts";
import { rowsModule, rowsTogether } from "./rowsModule.ts";

// Measured (docs/kernels.md), as in elementwise/kernels.ts.
const leastInHeap = 256;
const leastStaged = 2000;

/** Columns that are taken at a time: their accumulators stay in the L1 cache. */
const columnsTogether = 1024;

/** Reductions of rows into a row by the names of the public functions. */
export function rowsKernels(runtime: Runtime, type: FloatType): Record<string, RowsKernel> {
  return {
    sum: rowsKernel(runtime, type, "sum"),
    max: rowsKernel(runtime, type, "max"),
    min: rowsKernel(runtime, type, "min"),
  };
}

function rowsKernel(runtime: Runtime, type: FloatType, name: "sum" | "max" | "min"): RowsKernel {
  const { heap, staging } = runtime;
  return (n, m, x, offset, rowStride, colStride, acc, accOffset) => {
    const inHeap = heap.owns(x);
    if (n * m < (inHeap ? leastInHeap : leastStaged) || (colStride !== 1 && m > 1)) return false;
    const kernels = (inHeap ? runtime.onHeap : runtime.staged).all(rowsModule, type);
    const area = inHeap ? runtime.area : staging;
    staging.begin();
    for (let j = 0; j < m; j += columnsTogether) {
      const columns = Math.min(columnsTogether, m - j);
      const part = { x, offset: offset + j, rowStride, n, columns };
      const into = acc.subarray(accOffset + j, accOffset + j + columns);
      if (name === "sum") sumColumns(kernels["sumRows"], area, type, inHeap, part, into);
      else foldColumns(kernels[`${name}Rows`], area, type, inHeap, part, into);
      runtime.area.releaseAll();
      staging.begin();
    }
    return true;
  };
}

interface Part {
  readonly x: TypedArray;
  readonly offset: number;
  readonly rowStride: number;
  readonly n: number;
  readonly columns: number;
}

function sumColumns(
  kernel: KernelFunction,
  area: Area,
  type: FloatType,
  inHeap: boolean,
  part: Part,
  acc: Float64Array,
): void {
  const [sums, totals] = [area.take(acc.byteLength), area.take(acc.byteLength)];
  const place = rowPlacer(area, type, inHeap, part, rowsTogether);
  const doubles = area.viewLike(acc);
  doubles.set(acc, totals / 8);
  for (let i = 0; i < part.n; i += rowsTogether) {
    const rows = Math.min(rowsTogether, part.n - i);
    const { address, row } = place(i, rows);
    kernel(rows, part.columns, address, row, sums, totals);
  }
  acc.set(doubles.subarray(totals / 8, totals / 8 + acc.length));
}

function foldColumns(
  kernel: KernelFunction,
  area: Area,
  type: FloatType,
  inHeap: boolean,
  part: Part,
  acc: Float64Array,
): void {
  const bytes = bytesOf(type);
  const totals = area.take(acc.length * bytes);
  const together = Math.max(1, Math.floor(chunkLength(part.x) / part.columns));
  const place = rowPlacer(area, type, inHeap, part, together);
  const view = area.viewLike(part.x);
  // The accumulators hold numbers of x's own type, so nothing is lost.
  view.set(acc, totals / bytes);
  for (let i = 0; i < part.n; i += together) {
    const rows = Math.min(together, part.n - i);
    const { address, row } = place(i, rows);
    kernel(rows, part.columns, address, row, totals);
  }
  acc.set(view.subarray(totals / bytes, totals / bytes + acc.length));
}

type RowPlacer = (first: number, rows: number) => { address: number; row: number };

/** Where some rows of a part are: in place in the heap, else copied to the area. */
function rowPlacer(
  area: Area,
  type: FloatType,
  inHeap: boolean,
  { x, offset, rowStride, columns }: Part,
  most: number,
): RowPlacer {
  const bytes = bytesOf(type);
  if (inHeap)
    return (first) => ({
      address: addressOf(x, offset + first * rowStride),
      row: rowStride * bytes,
    });
  const address = area.take(most * columns * bytes);
  return (first, rows) => {
    copyLines(area, x, offset + first * rowStride, rowStride, rows, columns, address);
    return { address, row: columns * bytes };
  };
}
