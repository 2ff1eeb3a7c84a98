import { i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Callee, Expr, Local, ModuleBuilder } from "../asm/index.ts";
import { transposeSquare } from "./transpose.ts";
import { tileColumns } from "./tile.ts";
import type { Tile } from "./tile.ts";

// Strides are in bytes. Both kernels see the source as `n` series of `k` numbers each: series are
// `series` apart, neighbours within one `step` apart.
const params = {
  source: "i32",
  series: "i32",
  step: "i32",
  k: "i32",
  n: "i32",
  target: "i32",
} as const;

/**
 * Packs B (k, n), any strides, into panels of NR columns: for each step of K the panel's NR numbers
 * side by side, zeros past the last column. Series are B's columns.
 */
export function packPanels(module: ModuleBuilder, tile: Tile): Callee<typeof params, "void"> {
  const lanes = lanesOf(tile.type);
  const scalar = scalarOps(tile.type);
  const columns = tileColumns(tile);
  const row = columns * lanes.bytes;
  return module.internal(`packPanels ${tile.vectors}`, params, "void", (f) => {
    const { source, series, step, k, n, target } = f.args;
    const at = f.local("i32");
    const p = f.local("i32");
    const left = f.local("i32");
    const lane = f.local("i32");
    const perStep = (body: () => void): void =>
      f.while(
        () => i32.gtS(left, i32.const(0)),
        () => {
          body();
          f.increment(at, step);
          f.increment(target, row);
          f.increment(left, -1);
        },
      );
    const wholePanel = (): void => {
      f.if(
        i32.eq(series, i32.const(lanes.bytes)),
        () =>
          perStep(() => {
            for (let j = 0; j < tile.vectors; j++)
              f.emit(v128.store(target, v128.load(at, j * 16), j * 16));
          }),
        () => {
          f.if(i32.eq(step, i32.const(lanes.bytes)), () =>
            f.while(
              () => i32.geS(left, i32.const(lanes.count)),
              () => {
                transposeSquares(f, tile, at, series, target, row);
                f.increment(at, 16);
                f.increment(target, row * lanes.count);
                f.increment(left, -lanes.count);
              },
            ),
          );
          perStep(() => {
            f.set(p, at);
            for (let c = 0; c < columns; c++) {
              f.emit(scalar.store(target, scalar.load(p), c * lanes.bytes));
              if (c < columns - 1) f.increment(p, series);
            }
          });
        },
      );
    };
    const raggedPanel = (): void =>
      perStep(() => {
        for (let j = 0; j < tile.vectors; j++) f.emit(v128.store(target, lanes.zero, j * 16));
        f.set(p, at);
        f.set(lane, i32.const(0));
        f.loop(
          () => {
            const slot = i32.add(target, i32.mul(lane, i32.const(lanes.bytes)));
            f.emit(scalar.store(slot, scalar.load(p)));
            f.increment(p, series);
            f.increment(lane, 1);
          },
          () => i32.ltS(lane, n),
        );
      });
    f.while(
      () => i32.gtS(n, i32.const(0)),
      () => {
        f.set(left, k);
        f.set(at, source);
        f.if(i32.geS(n, i32.const(columns)), wholePanel, raggedPanel);
        f.increment(source, i32.mul(series, i32.const(columns)));
        f.increment(n, -columns);
      },
    );
  });
}

/**
 * For `columns` series that are contiguous along K: the next vector of each becomes columns of
 * `lanes.count` rows of the panel, by square transposes in registers.
 */
function transposeSquares(
  f: BodyBuilder,
  tile: Tile,
  at: Local<"i32">,
  series: Expr<"i32">,
  target: Local<"i32">,
  row: number,
): void {
  const { count } = lanesOf(tile.type);
  const p = f.let(at);
  for (let group = 0; group < tile.vectors; group++) {
    const square: Local<"v128">[] = [];
    for (let i = 0; i < count; i++) {
      square.push(f.let(v128.load(p)));
      f.increment(p, series);
    }
    transposeSquare(f, tile.type, square).forEach((vector, i) =>
      f.emit(v128.store(target, vector, i * row + group * 16)),
    );
  }
}
