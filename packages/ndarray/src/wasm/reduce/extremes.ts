import { callResult, f64, i32, lanesOf, scalarOps, v128 } from "../asm/index.ts";
import type { Expr, FloatType, FunctionBuilder, Local, ModuleBuilder, V } from "../asm/index.ts";
import { loadDouble, whileLeft } from "./doubles.ts";
import { addLines } from "./lines.ts";

const params = { n: "i32", x: "i32", step: "i32" } as const;
type Builder = FunctionBuilder<typeof params, "f64">;

/** The largest or smallest of `n >= 1` numbers, NaN when there is one. */
function addExtreme(module: ModuleBuilder, type: FloatType, name: "max" | "min") {
  return module.func(name, params, "f64", (f) => {
    const { n, x, step } = f.args;
    const { bytes } = scalarOps(type);
    const best = f.let(f64.const(name === "max" ? -Infinity : Infinity));
    f.if(i32.eq(step, i32.const(bytes)), () => vectors(f, type, name, best));
    const value = f.local("f64");
    whileLeft(f, n, 1, () => {
      f.set(value, loadDouble(type, x));
      f.set(best, f64[name](best, value));
      f.increment(x, step);
    });
    f.return(best);
  });
}

/** Takes all whole groups of four vectors. */
function vectors(f: Builder, type: FloatType, name: "max" | "min", best: Local<"f64">): void {
  const { n, x } = f.args;
  const lanes = lanesOf(type);
  const group = 4 * lanes.count;
  const pick = name === "max" ? lanes.pmax : lanes.pmin;
  const start = f.let(x);
  const count = f.let(i32.and(n, i32.const(-group)));
  const extremes = f.localArray("v128", 4);
  // pmax and pmin pass over a NaN, but a sum does not.
  const sums = f.localArray("v128", 4);
  for (const extreme of extremes)
    f.set(extreme, lanes.constant(name === "max" ? -Infinity : Infinity));
  const value = f.local("v128");
  whileLeft(f, n, group, () => {
    extremes.forEach((extreme, i) => {
      f.set(value, v128.load(x, 16 * i));
      f.set(extreme, pick(extreme, value));
      f.set(sums[i], lanes.add(sums[i], value));
    });
    f.increment(x, 64);
  });
  for (const extreme of extremes)
    for (let lane = 0; lane < lanes.count; lane++)
      f.set(best, f64[name](best, promoted(type, lanes.extract(extreme, lane))));
  const sum: V = lanes.add(lanes.add(sums[0], sums[1]), lanes.add(sums[2], sums[3]));
  const total = f.let(sum);
  // NaN, or infinities that cancelled: look again.
  f.if(v128.anyTrue(lanes.ne(total, total)), () => {
    const at = f.let(start);
    whileLeft(f, count, lanes.count, () => {
      f.set(value, v128.load(at));
      f.if(v128.anyTrue(lanes.ne(value, value)), () => f.return(f64.const(NaN)));
      f.increment(at, 16);
    });
  });
}

/** The first place of the largest or smallest number, or of the first NaN. */
function addPlace(
  module: ModuleBuilder,
  type: FloatType,
  name: "argmax" | "argmin",
  extreme: ReturnType<typeof addExtreme>,
): void {
  const block = 512;
  const better = name === "argmax" ? "gt" : "lt";
  module.func(name, params, "i32", (f) => {
    const { n, x, step } = f.args;
    const best = f.local("f64");
    const found = f.local("f64");
    const from = f.local("i32");
    const size = f.local("i32");
    const at = f.let(x);
    const winner = f.let(x);
    const left = f.let(n);
    f.set(best, loadDouble(type, x));
    // The block of the first best number; the search within it comes last, once.
    f.while(
      () => i32.and(i32.gtS(left, i32.const(0)), f64.eq(best, best)),
      () => {
        f.set(size, i32.select(left, i32.const(block), i32.ltS(left, i32.const(block))));
        f.set(found, callResult(extreme, { n: size, x: at, step }));
        f.if(i32.or(f64[better](found, best), f64.ne(found, found)), () => {
          f.set(best, found);
          f.set(winner, at);
        });
        f.increment(at, i32.mul(size, step));
        f.set(left, i32.sub(left, size));
      },
    );
    f.set(from, winner);
    f.while(
      () => {
        f.set(found, loadDouble(type, from));
        return i32.and(f64.ne(found, best), f64.eq(found, found));
      },
      () => f.increment(from, step),
    );
    f.return(i32.divS(i32.sub(from, x), step));
  });
}

/** max, min, argmax and argmin. */
export function addExtremes(module: ModuleBuilder, type: FloatType): void {
  const [max, min] = [addExtreme(module, type, "max"), addExtreme(module, type, "min")];
  addPlace(module, type, "argmax", max);
  addPlace(module, type, "argmin", min);
  addLines(module, max);
  addLines(module, min);
}

function promoted(type: FloatType, value: Expr<FloatType>): Expr<"f64"> {
  return type === "f64"
    ? { type: "f64", code: value.code }
    : f64.promoteF32({ type: "f32", code: value.code });
}
