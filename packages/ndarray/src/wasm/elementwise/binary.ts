import { lanesOf, v128 } from "../asm/index.ts";
import type { FunctionBuilder, Lanes, ModuleBuilder, V } from "../asm/index.ts";
import type { Target } from "../runtime.ts";
import { elementLoop } from "./elementLoop.ts";

type Operation = (lanes: Lanes, a: V, b: V) => V;

/** `a > b || a != a ? a : b`, as the plain kernel: NaN from either side, b where they are equal. */
const operations: Readonly<Record<string, Operation>> = {
  add: (lanes, a, b) => lanes.add(a, b),
  subtract: (lanes, a, b) => lanes.sub(a, b),
  multiply: (lanes, a, b) => lanes.mul(a, b),
  divide: (lanes, a, b) => lanes.div(a, b),
  maximum: (lanes, a, b) => v128.bitselect(a, lanes.pmax(b, a), lanes.ne(a, a)),
  minimum: (lanes, a, b) => v128.bitselect(a, lanes.pmin(b, a), lanes.ne(a, a)),
};

export const binaryNames = Object.keys(operations);

/**
 * For every operation `name`: `out = a op b`; `name scalar`: `out = a op scalar`; `scalar name`:
 * `out = scalar op a`. Addresses and steps in bytes.
 */
export function addBinary(module: ModuleBuilder, { type, paired }: Target): void {
  const lanes = lanesOf(type);
  const array = { n: "i32", a: "i32", aStep: "i32" } as const;
  const target = { out: "i32", outStep: "i32" } as const;
  for (const [name, operation] of Object.entries(operations)) {
    const arrays = { ...array, b: "i32", bStep: "i32", ...target } as const;
    module.func(name, arrays, "void", (f) => {
      const { n, a, aStep, b, bStep, out, outStep } = f.args;
      const inputs = [
        { pointer: a, step: aStep },
        { pointer: b, step: bStep },
      ];
      const outputs = [{ pointer: out, step: outStep }];
      elementLoop(f, type, { n, inputs, outputs, paired }, ([x, y]) => [
        operation(lanes, f.let(x), f.let(y)),
      ]);
    });
    const scalars = { ...array, scalar: type, ...target } as const;
    const withScalar =
      (order: (x: V, scalar: V) => V) => (f: FunctionBuilder<typeof scalars, "void">) => {
        const { n, a, aStep, scalar, out, outStep } = f.args;
        const splat = f.let(lanes.splat(scalar));
        const inputs = [{ pointer: a, step: aStep }];
        const outputs = [{ pointer: out, step: outStep }];
        elementLoop(f, type, { n, inputs, outputs, paired }, ([x]) => [order(f.let(x), splat)]);
      };
    module.func(
      `${name} scalar`,
      scalars,
      "void",
      withScalar((x, s) => operation(lanes, x, s)),
    );
    module.func(
      `scalar ${name}`,
      scalars,
      "void",
      withScalar((x, s) => operation(lanes, s, x)),
    );
  }
}
