import { i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { BodyBuilder, Expr, FloatType, Local, ModuleBuilder, V } from "../asm/index.ts";

/** Visits `n` numbers from `at` on, a vector at a time, then one by one. */
function alongRow(
  f: BodyBuilder,
  type: FloatType,
  { at, n }: { at: Local<"i32">; n: Expr<"i32"> },
  vector: () => void,
  single: () => void,
): void {
  const lanes = lanesOf(type);
  const left = f.let(n);
  f.while(
    () => i32.geS(left, i32.const(lanes.count)),
    () => {
      vector();
      f.increment(at, 16);
      f.increment(left, -lanes.count);
    },
  );
  f.while(
    () => i32.gtS(left, i32.const(0)),
    () => {
      single();
      f.increment(at, lanes.bytes);
      f.increment(left, -1);
    },
  );
}

/** Runs the body for each of `m` rows that are `row` bytes apart. */
function eachRow(
  f: BodyBuilder,
  { first, row, m }: { first: Local<"i32">; row: Local<"i32">; m: Local<"i32"> },
  body: () => void,
): void {
  f.while(
    () => i32.gtS(m, i32.const(0)),
    () => {
      body();
      f.increment(first, row);
      f.increment(m, -1);
    },
  );
}

/** `C = factor C` on (m, n) with contiguous rows; a factor of 0 writes zeros and does not read C. */
export function scaleMatrix(module: ModuleBuilder, type: FloatType) {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const params = { c: "i32", row: "i32", m: "i32", n: "i32", factor: type } as const;
  return module.func("scaleMatrix", params, "void", (f) => {
    const { c, row, m, n, factor } = f.args;
    const factors = f.let(lanes.splat(factor));
    const at = f.local("i32");
    const pass = (vector: () => V, single: () => Expr<FloatType>): void =>
      eachRow(f, { first: c, row, m }, () => {
        f.set(at, c);
        alongRow(
          f,
          type,
          { at, n },
          () => f.emit(v128.store(at, vector())),
          () => f.emit(scalar.store(at, single())),
        );
      });
    f.if(
      scalar.eq(factor, scalar.const(0)),
      () =>
        pass(
          () => lanes.zero,
          () => scalar.const(0),
        ),
      () =>
        pass(
          () => lanes.mul(v128.load(at), factors),
          () => scalar.mul(scalar.load(at), factor),
        ),
    );
  });
}

/** `C = activation(C + bias)` on (m, n) with contiguous rows, bias (n) or none (address 0). */
export function finishMatrix(module: ModuleBuilder, type: FloatType) {
  const lanes = lanesOf(type);
  const scalar = scalarOps(type);
  const params = { c: "i32", row: "i32", m: "i32", n: "i32", bias: "i32", relu: "i32" } as const;
  return module.func("finishMatrix", params, "void", (f) => {
    const { c, row, m, n, bias, relu } = f.args;
    const at = f.local("i32");
    const b = f.local("i32");
    const zero = f.let(lanes.zero);
    const pass = (vector: () => V, single: () => Expr<FloatType>): void =>
      eachRow(f, { first: c, row, m }, () => {
        f.set(at, c);
        f.set(b, bias);
        alongRow(
          f,
          type,
          { at, n },
          () => {
            f.emit(v128.store(at, vector()));
            f.increment(b, 16);
          },
          () => {
            f.emit(scalar.store(at, single()));
            f.increment(b, lanes.bytes);
          },
        );
      });
    const biased = (): V => lanes.add(v128.load(at), v128.load(b));
    const biasedSingle = (): Expr<FloatType> => scalar.add(scalar.load(at), scalar.load(b));
    // pmax(x, 0) is x < 0 ? 0 : x, so that NaN stays NaN.
    const clip = (x: V): V => lanes.pmax(x, zero);
    const clipSingle = (x: Expr<FloatType>): Expr<FloatType> =>
      lanes.extract(lanes.pmax(lanes.splat(x), zero), 0);
    const either = (vector: () => V, single: () => Expr<FloatType>): void =>
      f.if(
        relu,
        () =>
          pass(
            () => clip(vector()),
            () => clipSingle(single()),
          ),
        () => pass(vector, single),
      );
    f.if(
      bias,
      () => either(biased, biasedSingle),
      () =>
        either(
          () => v128.load(at),
          () => scalar.load(at),
        ),
    );
  });
}

/** Copies (m, n) with contiguous rows to any strides. */
export function scatterMatrix(module: ModuleBuilder, type: FloatType): void {
  const scalar = scalarOps(type);
  const params = {
    source: "i32",
    sourceRow: "i32",
    m: "i32",
    n: "i32",
    target: "i32",
    targetRow: "i32",
    targetColumn: "i32",
  } as const;
  module.func("scatterMatrix", params, "void", (f) => {
    const { source, sourceRow, m, n, target, targetRow, targetColumn } = f.args;
    const from = f.local("i32");
    const to = f.local("i32");
    const left = f.local("i32");
    eachRow(f, { first: source, row: sourceRow, m }, () => {
      f.set(from, source);
      f.set(to, target);
      f.set(left, n);
      f.while(
        () => i32.gtS(left, i32.const(0)),
        () => {
          f.emit(scalar.store(to, scalar.load(from)));
          f.increment(from, scalar.bytes);
          f.increment(to, targetColumn);
          f.increment(left, -1);
        },
      );
      f.increment(target, targetRow);
    });
  });
}
