import { f32x4, f64, i32, ModuleBuilder, v128 } from "@ml-roadmap/ndarray/asm";
import type { Expr, FunctionBuilder, Local, Params, ResultType } from "@ml-roadmap/ndarray/asm";

// Fused optimiser steps in WebAssembly: one pass over parameter, gradient and moments, four numbers at a time.
// Pointers are byte offsets into the memory; counts are multiples of 4 (arrays are padded with zeros).

/** A linear memory and the kernels that work on it. */
export type Kernels = {
  /** The sum of squares of `count` numbers at `x`. */
  sumOfSquares(x: number, count: number): number;
  /** `p *= factor` */
  scale(p: number, count: number, factor: number): void;
  /**
   * AdamW with decoupled weight decay:
   * `g' = clip g; m = beta1 m + (1 - beta1) g'; v = beta2 v + (1 - beta2) g'^2`,
   * `p = keep p - rate m / (rootFactor sqrt(v) + epsilon)`,
   * where `keep = 1 - lr decay`, `rate = lr / (1 - beta1^t)` and `rootFactor = 1 / sqrt(1 - beta2^t)`.
   * Source: https://arxiv.org/abs/1711.05101
   */
  adamw(
    p: number,
    g: number,
    m: number,
    v: number,
    count: number,
    beta1: number,
    oneMinusBeta1: number,
    beta2: number,
    oneMinusBeta2: number,
    rate: number,
    rootFactor: number,
    epsilon: number,
    keep: number,
    clip: number,
  ): void;
  /** Gradient descent: `g' = clip g + decay p; p -= rate g'` */
  sgd(p: number, g: number, count: number, rate: number, decay: number, clip: number): void;
  /**
   * With momentum: `g' = clip g + decay p; m = momentum m + g'; p -= rate (own g' + past m)`;
   * `own = 0, past = 1` is the classic form, `own = 1, past = momentum` Nesterov's.
   */
  sgdMomentum(
    p: number,
    g: number,
    m: number,
    count: number,
    rate: number,
    momentum: number,
    decay: number,
    clip: number,
    own: number,
    past: number,
  ): void;
};

const { add, sub, mul, div, sqrt } = f32x4;

let bytes: Uint8Array<ArrayBuffer> | undefined;

/** The module; its one import is the memory, `env.memory`. */
export function kernelModule(): Uint8Array<ArrayBuffer> {
  if (bytes !== undefined) return bytes;
  const module = new ModuleBuilder({ shared: false });
  const pointers = { p: "i32", g: "i32", m: "i32", v: "i32", count: "i32" } as const;

  module.func("sumOfSquares", { x: "i32", count: "i32" }, "f64", (f) => {
    // Single precision within 256 numbers, double precision across them.
    const total = f.local("f64");
    const end = f.let(endOf(f.args.x, f.args.count));
    const blockEnd = f.local("i32");
    const sum = f.local("v128");
    f.while(
      () => i32.ltU(f.args.x, end),
      () => {
        f.set(blockEnd, i32.add(f.args.x, i32.const(1024)));
        f.set(blockEnd, i32.select(blockEnd, end, i32.ltU(blockEnd, end)));
        f.set(sum, f32x4.zero);
        f.loop(
          () => {
            const x = f.let(v128.load(f.args.x));
            f.set(sum, add(sum, mul(x, x)));
            f.increment(f.args.x, 16);
          },
          () => i32.ltU(f.args.x, blockEnd),
        );
        for (let lane = 0; lane < 4; lane += 1) {
          f.set(total, f64.add(total, f64.promoteF32(f32x4.extract(sum, lane))));
        }
      },
    );
    f.return(total);
  });

  module.func("scale", { p: "i32", count: "i32", factor: "f32" }, "void", (f) => {
    const factor = f.let(f32x4.splat(f.args.factor));
    overVectors(f, [f.args.p], f.args.p, f.args.count, () => {
      f.emit(v128.store(f.args.p, mul(v128.load(f.args.p), factor)));
    });
  });

  const adamwScalars = {
    beta1: "f32",
    oneMinusBeta1: "f32",
    beta2: "f32",
    oneMinusBeta2: "f32",
    rate: "f32",
    rootFactor: "f32",
    epsilon: "f32",
    keep: "f32",
    clip: "f32",
  } as const;
  module.func("adamw", { ...pointers, ...adamwScalars }, "void", (f) => {
    const { p, g, m, v, count } = f.args;
    const splat = (scalar: Expr<"f32">): Local<"v128"> => f.let(f32x4.splat(scalar));
    const [beta1, rest1] = [splat(f.args.beta1), splat(f.args.oneMinusBeta1)];
    const [beta2, rest2] = [splat(f.args.beta2), splat(f.args.oneMinusBeta2)];
    const [rate, root] = [splat(f.args.rate), splat(f.args.rootFactor)];
    const [epsilon, keep, clip] = [splat(f.args.epsilon), splat(f.args.keep), splat(f.args.clip)];
    const [gradient, first, second] = f.localArray("v128", 3);
    overVectors(f, [p, g, m, v], p, count, () => {
      f.set(gradient, mul(v128.load(g), clip));
      f.set(first, add(mul(v128.load(m), beta1), mul(gradient, rest1)));
      f.set(second, add(mul(v128.load(v), beta2), mul(mul(gradient, gradient), rest2)));
      f.emit(v128.store(m, first));
      f.emit(v128.store(v, second));
      const step = div(first, add(mul(sqrt(second), root), epsilon));
      f.emit(v128.store(p, sub(mul(v128.load(p), keep), mul(rate, step))));
    });
  });

  const sgdScalars = { rate: "f32", decay: "f32", clip: "f32" } as const;
  const { p: pointer, count: counter } = pointers;
  const sgdParams = { p: pointer, g: pointer, count: counter, ...sgdScalars };
  module.func("sgd", sgdParams, "void", (f) => {
    const { p, g, count } = f.args;
    const rate = f.let(f32x4.splat(f.args.rate));
    const decay = f.let(f32x4.splat(f.args.decay));
    const clip = f.let(f32x4.splat(f.args.clip));
    const value = f.local("v128");
    overVectors(f, [p, g], p, count, () => {
      f.set(value, v128.load(p));
      const gradient = add(mul(v128.load(g), clip), mul(value, decay));
      f.emit(v128.store(p, sub(value, mul(rate, gradient))));
    });
  });

  const momentumParams = {
    p: pointer,
    g: pointer,
    m: pointer,
    count: counter,
    rate: "f32",
    momentum: "f32",
    decay: "f32",
    clip: "f32",
    own: "f32",
    past: "f32",
  } as const;
  module.func("sgdMomentum", momentumParams, "void", (f) => {
    const { p, g, m, count } = f.args;
    const splat = (scalar: Expr<"f32">): Local<"v128"> => f.let(f32x4.splat(scalar));
    const [rate, momentum] = [splat(f.args.rate), splat(f.args.momentum)];
    const [decay, clip] = [splat(f.args.decay), splat(f.args.clip)];
    const [own, past] = [splat(f.args.own), splat(f.args.past)];
    const [value, gradient, moment] = f.localArray("v128", 3);
    overVectors(f, [p, g, m], p, count, () => {
      f.set(value, v128.load(p));
      f.set(gradient, add(mul(v128.load(g), clip), mul(value, decay)));
      f.set(moment, add(mul(v128.load(m), momentum), gradient));
      f.emit(v128.store(m, moment));
      const step = add(mul(gradient, own), mul(moment, past));
      f.emit(v128.store(p, sub(value, mul(rate, step))));
    });
  });

  bytes = module.encode();
  return bytes;
}

/** The address after `count` float32 numbers at `start`. */
function endOf(start: Expr<"i32">, count: Expr<"i32">): Expr<"i32"> {
  return i32.add(start, i32.shl(count, i32.const(2)));
}

/** Runs `body` for every four numbers, moving all `pointers` along. */
function overVectors<P extends Params, R extends ResultType>(
  f: FunctionBuilder<P, R>,
  pointers: readonly Local<"i32">[],
  first: Local<"i32">,
  count: Expr<"i32">,
  body: () => void,
): void {
  const end = f.let(endOf(first, count));
  f.while(
    () => i32.ltU(first, end),
    () => {
      body();
      for (const pointer of pointers) f.increment(pointer, 16);
    },
  );
}
