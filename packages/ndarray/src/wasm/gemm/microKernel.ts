import { i32, lanesOf, v128 } from "../asm/index.ts";
import type { FunctionBuilder, Local, Locals, ModuleBuilder, V } from "../asm/index.ts";
import type { Tile } from "./tile.ts";

// Pointers and strides are in bytes. `a` points at row 0 of the tile, rows are `aRow` apart and
// contiguous along K; `bulkEnd` and `aEnd` are where row 0 ends, the first rounded down to the
// unroll. `b` is a packed panel: NR numbers for each step of K. `count` <= MR rows are wanted.
const params = {
  a: "i32",
  aRow: "i32",
  bulkEnd: "i32",
  aEnd: "i32",
  b: "i32",
  c: "i32",
  cRow: "i32",
  count: "i32",
  accumulate: "i32",
} as const;

type Params = typeof params;
export type MicroKernel = FunctionBuilder<Params, "void">;

/**
 * `C = A B` or `C += A B` on one register tile, C of shape (count, NR).
 *
 * A is read in place, each row by its own pointer: nothing to pack when A's rows are contiguous,
 * and V8's code is faster than for a packed A with constant offsets. Rows past `count` repeat the
 * last wanted row, reads and writes alike, so that a ragged edge needs no code of its own. With fewer
 * `vectors` than the tile has, only the first columns of the panel are computed; with fewer `rows`,
 * only the first rows.
 */
export function microKernel(
  module: ModuleBuilder,
  tile: Tile,
  vectors: number = tile.vectors,
  rows: number = tile.rows,
): MicroKernel {
  const { unroll } = tile;
  const lanes = lanesOf(tile.type);
  const panelStep = tile.vectors * 16;
  return module.internal(`micro ${rows}x${vectors}`, params, "void", (f) => {
    const { a, aRow, bulkEnd, aEnd, b, count } = f.args;
    const sums = f.localArray("v128", rows * vectors);
    const bs = f.localArray("v128", vectors);
    const splat = f.local("v128");
    const rowPointers = clampedRows(f, a, aRow, count, rows);

    const step = (u: number): void => {
      bs.forEach((vector, j) => f.set(vector, v128.load(b, u * panelStep + j * 16)));
      rowPointers.forEach((pointer, i) => {
        f.set(splat, lanes.loadSplat(pointer, u * lanes.bytes));
        bs.forEach((vector, j) => {
          const sum = sums[i * vectors + j];
          f.set(
            sum,
            tile.fma
              ? lanes.relaxedMadd(splat, vector, sum)
              : lanes.add(sum, lanes.mul(splat, vector)),
          );
        });
      });
    };
    const loopTo = (end: Local<"i32">, steps: number): void =>
      f.if(i32.ltU(a, end), () =>
        f.loop(
          () => {
            for (let u = 0; u < steps; u++) step(u);
            f.increment(b, steps * panelStep);
            for (const pointer of rowPointers) f.increment(pointer, steps * lanes.bytes);
          },
          () => i32.ltU(a, end),
        ),
      );
    loopTo(bulkEnd, unroll);
    if (unroll > 1) loopTo(aEnd, 1);
    storeTile(f, { ...tile, rows, vectors }, sums);
  });
}

/** Pointers to rows 0, 1, ... of a matrix; those past `count` point at the last wanted row. */
function clampedRows(
  f: FunctionBuilder<Params, "void">,
  first: Local<"i32">,
  stride: Local<"i32">,
  count: Local<"i32">,
  rows: number,
): Local<"i32">[] {
  const pointers = [first];
  for (let i = 1; i < rows; i++) {
    const wanted = i32.gtS(count, i32.const(i));
    pointers.push(f.let(i32.add(pointers[i - 1], i32.select(stride, i32.const(0), wanted))));
  }
  return pointers;
}

function storeTile(
  f: FunctionBuilder<Params, "void">,
  tile: Tile,
  sums: readonly Local<"v128">[],
): void {
  const { c, cRow, count, accumulate }: Locals<Params> = f.args;
  const { vectors } = tile;
  const lanes = lanesOf(tile.type);
  const pointers = clampedRows(f, c, cRow, count, tile.rows);
  const at = (i: number, j: number): Local<"v128"> => sums[i * vectors + j];
  const each = (visit: (i: number, j: number) => void): void => {
    for (let i = 0; i < tile.rows; i++) for (let j = 0; j < vectors; j++) visit(i, j);
  };
  const store = (): void => each((i, j) => f.emit(v128.store(pointers[i], at(i, j), j * 16)));
  // Every load before the first store: a row that is written twice must not be added twice. The
  // stores stand in both branches because Node 20 spills the sums inside the loop when they meet
  // again after the `if` (28 instead of 62 GFLOP/s).
  f.if(
    accumulate,
    () => {
      each((i, j) => {
        const old: V = v128.load(pointers[i], j * 16);
        f.set(at(i, j), lanes.add(old, at(i, j)));
      });
      store();
    },
    store,
  );
}
