import type { DType } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut, clobbers } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { activeKernels } from "../kernels.ts";
import type { UnaryKernel } from "../kernels.ts";
import type { UnaryLoop } from "../plain/compile.ts";
import { compileUnary } from "../plain/compile.ts";
import { alongRows, rowsTogether } from "./alongRows.ts";
import { copy } from "./copy.ts";
import { elementwiseLoops, emptyResult } from "./memoryOrder.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray } from "./operand.ts";
import { forEachPlane } from "./plan.ts";
import type { Rules } from "./rules.ts";
import { computeDType, dtypeCode, expressionFor, roundedExpression } from "./rules.ts";

/** Options of every elementwise function. */
export interface OutOption {
  /** Where to write the result (and what is returned): an array of the result's shape. */
  readonly out?: NDArray;
}

/** The names of `OutOption`. */
export const outOnly: readonly string[] = ["out"];

export type UnaryFunction = (a: ArrayInput, options?: OutOption) => NDArray;

/** A public function that applies one expression to every element. */
export function unary(name: string, rules: Rules): UnaryFunction {
  const loops: UnaryLoop[] = [];

  const loopFor = (from: DType, compute: DType, to: DType): UnaryLoop => {
    const code = (dtypeCode[from] * 5 + dtypeCode[compute]) * 5 + dtypeCode[to];
    return (loops[code] ??= compileUnary(
      `${roundedExpression(expressionFor(name, rules, compute), compute, to)} /* ${name} ${code} */`,
    ));
  };

  return (a, options) => {
    checkOptions(name, options, outOnly);
    const given = asArray(a);
    const compute = computeDType(rules, given.dtype);
    expressionFor(name, rules, compute);
    const resultDType = rules.result === "bool" ? "bool" : compute;
    let out = options?.out;
    let x = given;
    if (out === undefined) {
      out = emptyResult(x.shape, resultDType, x);
    } else {
      checkOut(name, out, x.shape);
      checkCast(name, resultDType, out.dtype);
      if (clobbers(out, x)) x = copy(x);
    }
    const fast = kernelFor(name, x.dtype, compute, out.dtype, resultDType);
    if (x.isContiguous && out.isContiguous) {
      if (!fast?.(x.size, x.data, x.offset, 1, out.data, out.offset, 1)) {
        const loop = loopFor(x.dtype, compute, out.dtype);
        loop(1, x.size, x.data, x.offset, 0, 1, out.data, out.offset, 0, 1);
      }
    } else runStrided(x, out, fast, loopFor(x.dtype, compute, out.dtype));
    return out;
  };
}

function kernelFor(
  name: string,
  from: DType,
  compute: DType,
  to: DType,
  result: DType,
): UnaryKernel | undefined {
  if (from !== compute || to !== result) return undefined;
  if (compute !== "float64" && compute !== "float32") return undefined;
  return activeKernels().unary?.[compute]?.[name];
}

function runStrided(
  x: NDArray,
  out: NDArray,
  fast: UnaryKernel | undefined,
  loop: UnaryLoop,
): void {
  const plan = elementwiseLoops(out.shape, [x, out]);
  const [xs, os] = plan.strides;
  const inner = plan.shape.length - 1;
  const n1 = plan.shape[inner] ?? 1;
  const n0 = plan.shape[inner - 1] ?? 1;
  const [xs0, xs1] = [xs[inner - 1] ?? 0, xs[inner] ?? 0];
  const [os0, os1] = [os[inner - 1] ?? 0, os[inner] ?? 0];
  const byRow = fast !== undefined && n1 >= (activeKernels().minLength ?? 32);
  forEachPlane(plan, [x.offset, out.offset], ([xo, oo]) => {
    const given = { data: x.data, offset: xo, stride0: xs0, stride1: xs1 };
    if (!byRow) {
      loop(n0, n1, x.data, xo, xs0, xs1, out.data, oo, os0, os1);
      return;
    }
    const together = rowsTogether(n0, n1, given);
    for (let i = 0; i < n0; i += together) {
      const rows = Math.min(together, n0 - i);
      const p = alongRows(x, rows, n1, { ...given, offset: xo + i * xs0 });
      const to = oo + i * os0;
      if (!fast(n1, p.data, p.offset, p.stride1, out.data, to, os1, rows, p.stride0, os0)) {
        loop(rows, n1, p.data, p.offset, p.stride0, p.stride1, out.data, to, os0, os1);
      }
    }
  });
}
