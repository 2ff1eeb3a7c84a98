import { broadcastShapes } from "../core/broadcast.ts";
import type { DType } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut, clobbers } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { sameShape } from "../core/shape.ts";
import { activeKernels } from "../kernels.ts";
import type { BinaryKernel } from "../kernels.ts";
import type { BinaryLoop } from "../plain/compile.ts";
import { compileBinary } from "../plain/compile.ts";
import { alongRows, rowsTogether } from "./alongRows.ts";
import { copy } from "./copy.ts";
import { elementwiseLoops, emptyResult } from "./memoryOrder.ts";
import type { ArrayInput } from "./operand.ts";
import { asOperand, commonDType, scalarArray } from "./operand.ts";
import { forEachPlane } from "./plan.ts";
import type { Rules } from "./rules.ts";
import { computeDType, dtypeCode, expressionFor, roundedExpression } from "./rules.ts";
import { outOnly } from "./unary.ts";
import type { OutOption } from "./unary.ts";

export type BinaryFunction = (a: ArrayInput, b: ArrayInput, options?: OutOption) => NDArray;

/** Rules of a function of two arrays. */
export interface BinaryRules extends Rules {
  /** Throws when the operands' values are not allowed. */
  readonly check?: (x: NDArray, y: NDArray, compute: DType) => void;
}

/** A public function that applies one expression to pairs of elements, with broadcasting. */
export function binary(name: string, rules: BinaryRules): BinaryFunction {
  const loops: BinaryLoop[] = [];

  const loopFor = (x: DType, y: DType, compute: DType, to: DType): BinaryLoop => {
    const code = ((dtypeCode[x] * 5 + dtypeCode[y]) * 5 + dtypeCode[compute]) * 5 + dtypeCode[to];
    return (loops[code] ??= compileBinary(
      `${roundedExpression(expressionFor(name, rules, compute), compute, to)} /* ${name} ${code} */`,
    ));
  };

  return (a, b, options) => {
    checkOptions(name, options, outOnly);
    const left = asOperand(a);
    const right = asOperand(b);
    const compute = computeDType(rules, commonDType(left, right));
    expressionFor(name, rules, compute);
    let x = typeof left === "number" ? number(name, rules, left, compute) : left;
    let y = typeof right === "number" ? number(name, rules, right, compute) : right;
    rules.check?.(x, y, compute);
    const resultDType = rules.result === "bool" ? "bool" : compute;
    const shape = broadcastShapes(name, x.shape, y.shape);
    let out = options?.out;
    if (out === undefined) {
      out = emptyResult(shape, resultDType, x, y);
    } else {
      checkOut(name, out, shape);
      checkCast(name, resultDType, out.dtype);
      if (clobbers(out, x)) x = copy(x);
      if (clobbers(out, y)) y = copy(y);
    }
    const fast = kernelFor(name, x.dtype, y.dtype, compute, out.dtype, resultDType);
    run(x, y, out, fast, () => loopFor(x.dtype, y.dtype, compute, out.dtype));
    return out;
  };
}

/** A truth value compares any number; a result of the array's dtype must be able to hold it. */
function number(name: string, rules: Rules, value: number, compute: DType): NDArray {
  const isExact = rules.result === "bool" && compute !== "float32";
  return scalarArray(name, value, isExact ? "float64" : compute);
}

function kernelFor(
  name: string,
  x: DType,
  y: DType,
  compute: DType,
  to: DType,
  result: DType,
): BinaryKernel | undefined {
  if (x !== compute || y !== compute || to !== result) return undefined;
  if (compute !== "float64" && compute !== "float32") return undefined;
  return activeKernels().binary?.[compute]?.[name];
}

function run(
  x: NDArray,
  y: NDArray,
  out: NDArray,
  fast: BinaryKernel | undefined,
  loopFor: () => BinaryLoop,
): void {
  const n = out.size;
  const step = (a: NDArray): number =>
    a.size === 1 ? 0 : a.isContiguous && sameShape(a.shape, out.shape) ? 1 : -1;
  const sx = step(x);
  const sy = step(y);
  if (out.isContiguous && sx >= 0 && sy >= 0) {
    if (!fast?.(n, x.data, x.offset, sx, y.data, y.offset, sy, out.data, out.offset, 1)) {
      const loop = loopFor();
      loop(1, n, x.data, x.offset, 0, sx, y.data, y.offset, 0, sy, out.data, out.offset, 0, 1);
    }
    return;
  }
  const plan = elementwiseLoops(out.shape, [x, y, out]);
  const [xs, ys, os] = plan.strides;
  const inner = plan.shape.length - 1;
  const n1 = plan.shape[inner] ?? 1;
  const n0 = plan.shape[inner - 1] ?? 1;
  const [xs0, xs1] = [xs[inner - 1] ?? 0, xs[inner] ?? 0];
  const [ys0, ys1] = [ys[inner - 1] ?? 0, ys[inner] ?? 0];
  const [os0, os1] = [os[inner - 1] ?? 0, os[inner] ?? 0];
  const loop = loopFor();
  const byRow = fast !== undefined && n1 >= (activeKernels().minLength ?? 32);
  forEachPlane(plan, [x.offset, y.offset, out.offset], ([xo, yo, oo]) => {
    if (!byRow) {
      loop(n0, n1, x.data, xo, xs0, xs1, y.data, yo, ys0, ys1, out.data, oo, os0, os1);
      return;
    }
    const left = { data: x.data, offset: xo, stride0: xs0, stride1: xs1 };
    const right = { data: y.data, offset: yo, stride0: ys0, stride1: ys1 };
    const together = rowsTogether(n0, n1, left, right);
    for (let i = 0; i < n0; i += together) {
      const rows = Math.min(together, n0 - i);
      const p = alongRows(x, rows, n1, { ...left, offset: xo + i * xs0 });
      const q = alongRows(y, rows, n1, { ...right, offset: yo + i * ys0 });
      const to = oo + i * os0;
      const isDone = fast(
        n1, p.data, p.offset, p.stride1, q.data, q.offset, q.stride1, out.data, to, os1,
        rows, p.stride0, q.stride0, os0,
      ); // prettier-ignore
      if (isDone) continue;
      loop(
        rows, n1, p.data, p.offset, p.stride0, p.stride1,
        q.data, q.offset, q.stride0, q.stride1, out.data, to, os0, os1,
      ); // prettier-ignore
    }
  });
}
