import type { ModuleBuilder } from "../asm/index.ts";
import { VectorMath } from "../math/context.ts";
import type { VectorFunction } from "../math/context.ts";
import { erf } from "../math/erf.ts";
import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { log1p } from "../math/log1p.ts";
import { sigmoid } from "../math/sigmoid.ts";
import { tanh } from "../math/tanh.ts";
import type { Target } from "../runtime.ts";
import { elementLoop } from "./elementLoop.ts";

type Definition = (math: VectorMath) => VectorFunction;

/** One machine instruction or two. */
const simple: Readonly<Record<string, Definition>> = {
  negative: ({ lanes }) => lanes.neg,
  abs: ({ lanes }) => lanes.abs,
  sqrt: ({ lanes }) => lanes.sqrt,
  floor: ({ lanes }) => lanes.floor,
  ceil: ({ lanes }) => lanes.ceil,
  trunc: ({ lanes }) => lanes.trunc,
  rint: ({ lanes }) => lanes.nearest,
  square: (math) => (x) => {
    const value = math.keep(x);
    return math.lanes.mul(value, value);
  },
  reciprocal: (math) => {
    const one = math.constant(1);
    return (x) => math.lanes.div(one, x);
  },
};

const functions: Readonly<Record<string, Definition>> = { exp, log, log1p, tanh, sigmoid, erf };

export const simpleUnaryNames = Object.keys(simple);
export const mathNames = Object.keys(functions);

// Addresses and steps in bytes.
const params = { n: "i32", x: "i32", xStep: "i32", out: "i32", outStep: "i32" } as const;

function addUnary(
  module: ModuleBuilder,
  { type, fma, paired }: Target,
  [name, definition]: [string, Definition],
  long: boolean,
): void {
  module.func(name, params, "void", (f) => {
    const { n, x, xStep, out, outStep } = f.args;
    const math = new VectorMath(f, type, fma);
    const apply = definition(math);
    math.seal();
    const inputs = [{ pointer: x, step: xStep }];
    const outputs = [{ pointer: out, step: outStep }];
    elementLoop(f, type, { n, inputs, outputs, long, paired }, ([value]) => [apply(value)]);
  });
}

/** `out = f(x)` for the functions that are an instruction or two. */
export function addSimpleUnary(module: ModuleBuilder, target: Target): void {
  for (const entry of Object.entries(simple)) addUnary(module, target, entry, false);
}

/** `out = f(x)` for exp, log, log1p, tanh, sigmoid and erf. */
export function addMath(module: ModuleBuilder, target: Target): void {
  for (const entry of Object.entries(functions)) addUnary(module, target, entry, true);
}
