import { i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Callee, FloatType, Local, ModuleBuilder } from "../asm/index.ts";
import { transposeSquare } from "./transpose.ts";

// rows and columns count elements; strides are in bytes and may be negative.
const params = {
  source: "i32",
  sourceRow: "i32",
  sourceColumn: "i32",
  rows: "i32",
  columns: "i32",
  target: "i32",
  targetRow: "i32",
} as const;

/**
 * Copies a strided matrix to one with contiguous rows.
 *
 * A source with contiguous columns (a transpose) goes through square transposes in registers, a
 * strip of `lanes.count` target columns at a time, so that reads are sequential.
 */
export function copyMatrix(module: ModuleBuilder, type: FloatType): Callee<typeof params, "void"> {
  const lanes = lanesOf(type);
  const element = i32.const(lanes.bytes);
  return module.func("copyMatrix", params, "void", (f) => {
    const { source, sourceRow, sourceColumn, rows, columns, target, targetRow } = f.args;
    f.if(i32.eq(sourceRow, element), () =>
      f.while(
        () => i32.geS(columns, i32.const(lanes.count)),
        () => {
          copyStrip(f, type, f.args);
          f.increment(source, i32.mul(sourceColumn, i32.const(lanes.count)));
          f.increment(target, 16);
          f.increment(columns, -lanes.count);
        },
      ),
    );
    f.if(i32.leS(columns, i32.const(0)), () => f.return());
    f.while(
      () => i32.gtS(rows, i32.const(0)),
      () => {
        copyRow(f, type, f.args);
        f.increment(source, sourceRow);
        f.increment(target, targetRow);
        f.increment(rows, -1);
      },
    );
  });
}

type Args = { readonly [Name in keyof typeof params]: Local<"i32"> };

/** `lanes.count` columns of the target, all rows, from a source with contiguous columns. */
function copyStrip(f: BodyBuilder, type: FloatType, args: Args): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const from = [f.let(args.source)];
  for (let c = 1; c < lanes.count; c++) from.push(f.let(i32.add(from[c - 1], args.sourceColumn)));
  const to = f.let(args.target);
  const left = f.let(args.rows);
  f.while(
    () => i32.geS(left, i32.const(lanes.count)),
    () => {
      const square = from.map((pointer) => f.let(v128.load(pointer)));
      for (const vector of transposeSquare(f, type, square)) {
        f.emit(v128.store(to, vector));
        f.increment(to, args.targetRow);
      }
      for (const pointer of from) f.increment(pointer, 16);
      f.increment(left, -lanes.count);
    },
  );
  f.while(
    () => i32.gtS(left, i32.const(0)),
    () => {
      from.forEach((pointer, c) => {
        f.emit(scalar.store(to, scalar.load(pointer), c * lanes.bytes));
        f.increment(pointer, lanes.bytes);
      });
      f.increment(to, args.targetRow);
      f.increment(left, -1);
    },
  );
}

function copyRow(f: BodyBuilder, type: FloatType, args: Args): void {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const from = f.let(args.source);
  const to = f.let(args.target);
  const left = f.let(args.columns);
  f.if(i32.eq(args.sourceColumn, i32.const(lanes.bytes)), () =>
    f.while(
      () => i32.geS(left, i32.const(lanes.count)),
      () => {
        f.emit(v128.store(to, v128.load(from)));
        f.increment(from, 16);
        f.increment(to, 16);
        f.increment(left, -lanes.count);
      },
    ),
  );
  f.while(
    () => i32.gtS(left, i32.const(0)),
    () => {
      f.emit(scalar.store(to, scalar.load(from)));
      f.increment(from, args.sourceColumn);
      f.increment(to, lanes.bytes);
      f.increment(left, -1);
    },
  );
}
