import { i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { Callee, Expr, FunctionBuilder, Local, ModuleBuilder } from "../asm/index.ts";
import { microKernel } from "./microKernel.ts";
import type { MicroKernel } from "./microKernel.ts";
import { tileColumns } from "./tile.ts";
import type { Tile } from "./tile.ts";

// m, n, k count elements; the rest is in bytes. `b` is packed panels, `scratch` holds one tile.
const params = {
  m: "i32",
  n: "i32",
  k: "i32",
  a: "i32",
  aRow: "i32",
  b: "i32",
  c: "i32",
  cRow: "i32",
  accumulate: "i32",
  scratch: "i32",
} as const;

type Params = typeof params;
export type MacroKernel = Callee<Params, "void">;

/**
 * `C = A B` or `C += A B` on one block: C (m, n), A (m, k) with contiguous rows, B packed.
 *
 * The tiles of MR rows that m needs may cover some rows too many; then as many of the last tiles are
 * a row shorter instead of computing rows twice (128 rows are 18 tiles of 6 and 4 of 5).
 */
export function macroKernel(module: ModuleBuilder, tile: Tile): MacroKernel {
  const micro = microKernel(module, tile);
  const short = microKernel(module, tile, tile.vectors, tile.rows - 1);
  // The last columns of C: the narrowest kernel that covers them.
  const narrow = [1, 2]
    .filter((vectors) => vectors < tile.vectors)
    .map((vectors) => ({ vectors, kernel: microKernel(module, tile, vectors) }));
  const { bytes } = lanesOf(tile.type);
  const columns = tileColumns(tile);
  return module.internal(`macro ${tile.rows}x${tile.vectors}`, params, "void", (f) => {
    const { m, n, k, a, aRow, b, c, cRow, accumulate, scratch } = f.args;
    const i = f.local("i32");
    const aHere = f.local("i32");
    const cHere = f.local("i32");
    const rowBytes = f.let(i32.mul(k, i32.const(bytes)));
    const bulkBytes = f.let(i32.and(rowBytes, i32.const(-bytes * tile.unroll)));
    const panelBytes = f.let(i32.mul(k, i32.const(columns * bytes)));
    const shortFrom = f.let(startOfShortTiles(f, tile.rows));
    const nextTile = (rows: number): void => {
      f.increment(aHere, i32.mul(aRow, i32.const(rows)));
      f.increment(cHere, i32.mul(cRow, i32.const(rows)));
      f.increment(i, rows);
    };
    const callMicro = (
      kernel: MicroKernel,
      target: Local<"i32">,
      row: Local<"i32">,
      add: Local<"i32">,
    ): void =>
      f.call(kernel, {
        a: aHere,
        aRow,
        bulkEnd: i32.add(aHere, bulkBytes),
        aEnd: i32.add(aHere, rowBytes),
        b,
        c: target,
        cRow: row,
        count: i32.sub(m, i),
        accumulate: add,
      });
    const scratchRow = f.let(i32.const(columns * bytes));
    const never = f.let(i32.const(0));
    const edge = (index: number): void => {
      if (index === narrow.length) {
        callMicro(micro, scratch, scratchRow, never);
        return;
      }
      const { vectors, kernel } = narrow[index];
      f.if(
        i32.leS(n, i32.const((vectors * 16) / bytes)),
        () => callMicro(kernel, scratch, scratchRow, never),
        () => edge(index + 1),
      );
    };
    f.while(
      () => i32.gtS(n, i32.const(0)),
      () => {
        f.set(i, i32.const(0));
        f.set(aHere, a);
        f.set(cHere, c);
        f.loop(
          () => {
            const wholePanel = (): void =>
              f.if(
                i32.geS(i, shortFrom),
                () => {
                  callMicro(short, cHere, cRow, accumulate);
                  nextTile(tile.rows - 1);
                },
                () => {
                  callMicro(micro, cHere, cRow, accumulate);
                  nextTile(tile.rows);
                },
              );
            f.if(i32.geS(n, i32.const(columns)), wholePanel, () => {
              edge(0);
              copyEdge(f, tile, {
                from: scratch,
                to: cHere,
                count: i32Min(i32.sub(m, i), tile.rows, f),
              });
              nextTile(tile.rows);
            });
          },
          () => i32.ltS(i, m),
        );
        f.increment(b, panelBytes);
        f.increment(c, columns * bytes);
        f.increment(n, -columns);
      },
    );
  });
}

/** The row from which on tiles are a row shorter; m, none of them, where there are too few tiles. */
function startOfShortTiles(f: FunctionBuilder<Params, "void">, rows: number): Expr<"i32"> {
  const { m } = f.args;
  const tiles = f.let(i32.divU(i32.add(m, i32.const(rows - 1)), i32.const(rows)));
  const surplus = f.let(i32.sub(i32.mul(tiles, i32.const(rows)), m));
  const start = i32.sub(m, i32.mul(surplus, i32.const(rows - 1)));
  return i32.select(start, m, i32.geS(tiles, surplus));
}

function i32Min(
  value: ReturnType<typeof i32.const>,
  limit: number,
  f: FunctionBuilder<Params, "void">,
): Local<"i32"> {
  const v = f.let(value);
  f.set(v, i32.select(v, i32.const(limit), i32.ltS(v, i32.const(limit))));
  return v;
}

/** Moves the `n` < NR wanted columns of a scratch tile into C, or adds them. */
function copyEdge(
  f: FunctionBuilder<Params, "void">,
  tile: Tile,
  { from, to, count }: { from: Local<"i32">; to: Local<"i32">; count: Local<"i32"> },
): void {
  const { n, cRow, accumulate } = f.args;
  const scalar = scalarOps(tile.type);
  const lanes = lanesOf(tile.type);
  const source = f.let(from);
  const target = f.let(to);
  const p = f.local("i32");
  const q = f.local("i32");
  const left = f.local("i32");
  f.loop(
    () => {
      f.set(p, source);
      f.set(q, target);
      f.set(left, n);
      f.while(
        () => i32.geS(left, i32.const(lanes.count)),
        () => {
          f.if(
            accumulate,
            () => f.emit(v128.store(q, lanes.add(v128.load(q), v128.load(p)))),
            () => f.emit(v128.store(q, v128.load(p))),
          );
          f.increment(p, 16);
          f.increment(q, 16);
          f.increment(left, -lanes.count);
        },
      );
      f.while(
        () => i32.gtS(left, i32.const(0)),
        () => {
          f.if(
            accumulate,
            () => f.emit(scalar.store(q, scalar.add(scalar.load(q), scalar.load(p)))),
            () => f.emit(scalar.store(q, scalar.load(p))),
          );
          f.increment(p, scalar.bytes);
          f.increment(q, scalar.bytes);
          f.increment(left, -1);
        },
      );
      f.increment(source, tileColumns(tile) * scalar.bytes);
      f.increment(target, cRow);
      f.increment(count, -1);
    },
    () => i32.gtS(count, i32.const(0)),
  );
}
