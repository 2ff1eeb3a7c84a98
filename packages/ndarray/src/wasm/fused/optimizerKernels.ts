import { ModuleBuilder } from "../asm/index.ts";
import type { BodyBuilder, FloatType, Local, V } from "../asm/index.ts";
import { elementLoop } from "../elementwise/elementLoop.ts";
import { VectorMath } from "../math/context.ts";
import type { ModuleSource, Target } from "../runtime.ts";

/** The update rules of the optimisers, all arrays contiguous and of one length. */
export const optimizerModule: ModuleSource = {
  name: "optimizers",
  build(target) {
    const module = new ModuleBuilder(target);
    addSgd(module, target);
    addMomentum(module, target);
    addAdam(module, target);
    return module.encode();
  },
};

function splat(f: BodyBuilder, math: VectorMath, value: Local<FloatType>): V {
  return f.let(math.lanes.splat(value));
}

/** `w -= rate (g + decay w)` */
function addSgd(module: ModuleBuilder, { type, fma, paired }: Target): void {
  const params = { n: "i32", w: "i32", g: "i32", out: "i32", rate: type, decay: type } as const;
  module.func("sgd", params, "void", (f) => {
    const { n, w, g, out, rate, decay } = f.args;
    const math = new VectorMath(f, type, fma);
    const [rates, decays] = [splat(f, math, rate), splat(f, math, decay)];
    const loop = {
      n,
      inputs: [{ pointer: w }, { pointer: g }],
      outputs: [{ pointer: out }],
      paired,
    };
    elementLoop(f, type, loop, ([weights, gradients]) => {
      const old = math.keep(weights);
      const gradient = math.multiplyAdd(old, decays, gradients);
      return [math.negativeMultiplyAdd(rates, gradient, old)];
    });
  });
}

/** `v = momentum v + (g + decay w)`, `w -= rate v`; Nesterov: `w -= rate (g + decay w + momentum v)`. */
function addMomentum(module: ModuleBuilder, { type, fma, paired }: Target): void {
  const params = {
    n: "i32", w: "i32", g: "i32", v: "i32", outW: "i32", outV: "i32",
    rate: type, decay: type, momentum: type, nesterov: type,
  } as const; // prettier-ignore
  module.func("momentum", params, "void", (f) => {
    const { n, w, g, v, outW, outV } = f.args;
    const math = new VectorMath(f, type, fma);
    const [rates, decays] = [splat(f, math, f.args.rate), splat(f, math, f.args.decay)];
    const momenta = splat(f, math, f.args.momentum);
    // 0: the step is v; momentum: the step is g + momentum v. Both are one formula with g times
    // 0 or 1, but 0 times an infinite gradient is NaN, so the choice is a mask.
    const isNesterov = math.keep(math.lanes.ne(math.lanes.splat(f.args.nesterov), math.lanes.zero));
    const loop = {
      n,
      inputs: [{ pointer: w }, { pointer: g }, { pointer: v }],
      outputs: [{ pointer: outW }, { pointer: outV }],
      paired,
    };
    elementLoop(f, type, loop, ([weights, gradients, velocities]) => {
      const old = math.keep(weights);
      const gradient = math.keep(math.multiplyAdd(old, decays, gradients));
      const velocity = math.keep(math.multiplyAdd(momenta, velocities, gradient));
      const ahead = math.multiplyAdd(momenta, velocity, gradient);
      const step = math.select(isNesterov, ahead, velocity);
      return [math.keep(math.negativeMultiplyAdd(rates, step, old)), velocity];
    });
  });
}

/**
 * `m = b1 m + (1 - b1) g`, `v = b2 v + (1 - b2) g^2`,
 * `w = keep w - step m / (sqrt(v) root + epsilon)` with g including `decay w`: decay is Adam's L2
 * penalty, keep = 1 - rate decay is AdamW's.
 */
function addAdam(module: ModuleBuilder, { type, fma, paired }: Target): void {
  const params = {
    n: "i32", w: "i32", g: "i32", m: "i32", v: "i32", outW: "i32", outM: "i32", outV: "i32",
    beta1: type, rest1: type, beta2: type, rest2: type,
    step: type, root: type, epsilon: type, decay: type, keep: type,
  } as const; // prettier-ignore
  module.func("adam", params, "void", (f) => {
    const { n, w, g, m, v, outW, outM, outV } = f.args;
    const math = new VectorMath(f, type, fma);
    const { lanes } = math;
    const { beta1, rest1, beta2, rest2, step, root, epsilon, decay, keep } = f.args;
    const [b1, r1, b2, r2, steps, roots, epsilons, decays, keeps] = [
      beta1, rest1, beta2, rest2, step, root, epsilon, decay, keep,
    ].map((value) => splat(f, math, value)); // prettier-ignore
    const loop = {
      n,
      inputs: [{ pointer: w }, { pointer: g }, { pointer: m }, { pointer: v }],
      outputs: [{ pointer: outW }, { pointer: outM }, { pointer: outV }],
      paired,
    };
    elementLoop(f, type, loop, ([weights, gradients, firsts, seconds]) => {
      const old = math.keep(weights);
      const gradient = math.keep(math.multiplyAdd(old, decays, gradients));
      const first = math.keep(math.multiplyAdd(r1, gradient, lanes.mul(b1, firsts)));
      const squared = math.keep(lanes.mul(gradient, gradient));
      const second = math.keep(math.multiplyAdd(r2, squared, lanes.mul(b2, seconds)));
      const divisor = math.multiplyAdd(lanes.sqrt(second), roots, epsilons);
      const change = math.keep(lanes.div(lanes.mul(steps, first), divisor));
      return [math.keep(math.multiplyAdd(keeps, old, lanes.neg(change))), first, second];
    });
  });
}
