import { i32, lanesOf, scalarOps } from "../asm/index.ts";
import type { BodyBuilder, Callee, Expr, Local, ModuleBuilder } from "../asm/index.ts";
import type { copyMatrix } from "./copyMatrix.ts";
import type { MacroKernel } from "./macroKernel.ts";
import type { packPanels } from "./packPanels.ts";
import { tileColumns, wideTile } from "./tile.ts";
import type { Tile } from "./tile.ts";
import type { finishMatrix, scaleMatrix } from "./touchUp.ts";

// The largest blocks: a panel of B (K x NR) stays in the L1 cache, a block of A (M x K) in L2.
const blockM = 144;
const blockN = 512;
const blockBytesK = 1600;

/** A workspace holds a scratch tile, a packed block of B and a packed block of A, in this order. */
interface Layout {
  readonly packedB: number;
  readonly packedA: number;
  readonly bytes: number;
}

function layout(tile: Tile): Layout {
  const { bytes } = lanesOf(tile.type);
  const columns = tileColumns(tile);
  const packedB = roundUp(tile.rows * columns * bytes, 64);
  const packedA = packedB + roundUp(blockN, columns) * blockBytesK;
  return { packedB, packedA, bytes: packedA + roundUp(blockM, tile.rows) * (blockBytesK + 64) };
}

/** Bytes that a product needs beside its operands. */
export function workspaceBytes(tile: Tile): number {
  const wide = wideTile(tile);
  return Math.max(layout(tile).bytes, wide ? layout(wide).bytes : 0);
}

export interface ProductParts {
  readonly macro: MacroKernel;
  readonly pack: ReturnType<typeof packPanels>;
  readonly copy: ReturnType<typeof copyMatrix>;
  readonly scale: ReturnType<typeof scaleMatrix>;
  readonly finish: ReturnType<typeof finishMatrix>;
}

// C (m, n) with contiguous rows; A (m, k) and B (k, n) any strides; strides in bytes. `bias` is the
// address of n numbers, 0 for none. `accumulate` 0 overwrites C.
export const productParams = (type: "f32" | "f64") =>
  ({
    m: "i32", n: "i32", k: "i32", alpha: type,
    a: "i32", aRow: "i32", aColumn: "i32", b: "i32", bRow: "i32", bColumn: "i32",
    c: "i32", cRow: "i32", accumulate: "i32", bias: "i32", relu: "i32", workspace: "i32",
  }) as const; // prettier-ignore

export type Product = Callee<ReturnType<typeof productParams>, "void">;

/**
 * `C = alpha A B` or `C += alpha A B`, then bias and relu, block by block: B's block is packed into
 * panels, A's block is read in place where its rows are contiguous and copied where they are not,
 * and the last block along K finishes its part of C while that is in the cache.
 */
export function blockedProduct(
  module: ModuleBuilder,
  name: string,
  tile: Tile,
  parts: ProductParts,
): Product {
  const { macro, pack, copy, scale, finish } = parts;
  const scalar = scalarOps(tile.type);
  const element = i32.const(scalar.bytes);
  const { packedB, packedA } = layout(tile);
  return module.func(name, productParams(tile.type), "void", (f) => {
    const { m, n, k, alpha, a, aRow, aColumn, b, bRow, bColumn, c, cRow } = f.args;
    const { accumulate, bias, relu, workspace } = f.args;
    const isInPlace = f.let(i32.or(i32.eq(aColumn, element), i32.eq(k, i32.const(1))));
    const panels = f.let(i32.add(workspace, i32.const(packedB)));
    const rows = f.let(i32.add(workspace, i32.const(packedA)));
    const hasEpilogue = f.let(i32.or(bias, relu));
    const stepK = evenBlock(f, k, blockBytesK / scalar.bytes, tile.unroll);
    const stepM = evenBlock(f, m, blockM, tile.rows);
    const stepN = evenBlock(f, n, blockN, tileColumns(tile));
    const [from, fromRow] = [f.local("i32"), f.local("i32")];
    forBlocks(f, n, stepN, (j, nb) => {
      const cColumn = f.let(i32.add(c, i32.mul(j, element)));
      forBlocks(f, k, stepK, (p, kb) => {
        const source = i32.add(b, i32.add(i32.mul(p, bRow), i32.mul(j, bColumn)));
        f.call(pack, { source, series: bColumn, step: bRow, k: kb, n: nb, target: panels });
        f.if(scalar.ne(alpha, scalar.const(1)), () => {
          const padded = roundUpTo(nb, tileColumns(tile));
          const line = { c: panels, row: i32.const(0), m: i32.const(1) };
          f.call(scale, { ...line, n: i32.mul(padded, kb), factor: alpha });
        });
        const adds = f.let(i32.or(accumulate, i32.gtS(p, i32.const(0))));
        const isLast = f.let(i32.eq(i32.add(p, kb), k));
        forBlocks(f, m, stepM, (i, mb) => {
          f.set(from, i32.add(a, i32.add(i32.mul(i, aRow), i32.mul(p, aColumn))));
          f.set(fromRow, aRow);
          f.if(i32.eqz(isInPlace), () => {
            f.set(fromRow, oddLines(i32.mul(kb, element)));
            f.call(copy, {
              source: from, sourceRow: aRow, sourceColumn: aColumn,
              rows: mb, columns: kb, target: rows, targetRow: fromRow,
            }); // prettier-ignore
            f.set(from, rows);
          });
          const block = f.let(i32.add(cColumn, i32.mul(i, cRow)));
          f.call(macro, {
            m: mb, n: nb, k: kb, a: from, aRow: fromRow, b: panels,
            c: block, cRow, accumulate: adds, scratch: workspace,
          }); // prettier-ignore
          f.if(i32.and(isLast, i32.ne(hasEpilogue, i32.const(0))), () => {
            const here = i32.add(bias, i32.mul(j, element));
            const part = i32.select(here, i32.const(0), bias);
            f.call(finish, { c: block, row: cRow, m: mb, n: nb, bias: part, relu });
          });
        });
      });
    });
  });
}

/** Runs the body with the start and the length of each block. */
function forBlocks(
  f: BodyBuilder,
  total: Local<"i32">,
  step: Local<"i32">,
  body: (start: Local<"i32">, length: Local<"i32">) => void,
): void {
  const start = f.let(i32.const(0));
  const length = f.local("i32");
  f.while(
    () => i32.ltS(start, total),
    () => {
      f.set(length, i32.sub(total, start));
      f.set(length, i32.select(length, step, i32.ltS(length, step)));
      body(start, length);
      f.increment(start, step);
    },
  );
}

/** The block size, a multiple of `multiple`, that cuts `total` into the fewest blocks of like size. */
function evenBlock(
  f: BodyBuilder,
  total: Local<"i32">,
  largest: number,
  multiple: number,
): Local<"i32"> {
  const ceilDiv = (value: Expr<"i32">, by: Expr<"i32">): Expr<"i32"> =>
    i32.divU(i32.add(value, i32.sub(by, i32.const(1))), by);
  const atLeastOne = f.let(i32.select(total, i32.const(1), i32.gtS(total, i32.const(0))));
  const blocks = f.let(ceilDiv(atLeastOne, i32.const(largest)));
  return f.let(roundUpTo(ceilDiv(atLeastOne, blocks), multiple));
}

function roundUpTo(value: Expr<"i32">, multiple: number): Expr<"i32"> {
  const raised = i32.add(value, i32.const(multiple - 1));
  return i32.mul(i32.divU(raised, i32.const(multiple)), i32.const(multiple));
}

/** Bytes rounded up to an odd number of cache lines, so that rows do not share cache sets. */
function oddLines(bytes: Expr<"i32">): Expr<"i32"> {
  const lines = i32.shrU(i32.add(bytes, i32.const(63)), i32.const(6));
  return i32.shl(i32.or(lines, i32.const(1)), i32.const(6));
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
