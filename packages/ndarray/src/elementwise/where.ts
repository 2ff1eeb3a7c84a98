import { broadcastShapes } from "../core/broadcast.ts";
import { isFloat } from "../core/dtype.ts";
import type { DType } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkOut } from "../core/overlap.ts";
import { checkCast } from "../core/promote.ts";
import { activeKernels } from "../kernels.ts";
import type { WhereKernel } from "../kernels.ts";
import { nonzero } from "../indexing/nonzero.ts";
import { compileChoose } from "../plain/compile.ts";
import type { ChooseLoop } from "../plain/compile.ts";
import { copyInto } from "./copy.ts";
import { elementwiseLoops, emptyResult } from "./memoryOrder.ts";
import type { ArrayInput } from "./operand.ts";
import { asArray, asOperand, commonDType, scalarArray } from "./operand.ts";
import { forEachPlane } from "./plan.ts";
import { dtypeCode } from "./rules.ts";
import type { OutOption } from "./unary.ts";

/** Elements of `a` where `condition` holds (is not 0), of `b` elsewhere; all three broadcast. */
export function where(
  condition: ArrayInput,
  a: ArrayInput,
  b: ArrayInput,
  options?: OutOption,
): NDArray;
/** With a condition alone: the positions where it holds, one int32 array per axis. */
export function where(condition: ArrayInput): NDArray[];
export function where(
  condition: ArrayInput,
  a?: ArrayInput,
  b?: ArrayInput,
  options: OutOption = {},
): NDArray | NDArray[] {
  if (a === undefined || b === undefined) return nonzero(condition);
  checkOptions("where", options, ["out"]);
  const test = asArray(condition);
  const left = asOperand(a);
  const right = asOperand(b);
  const dtype = commonDType(left, right);
  const x = typeof left === "number" ? scalarArray("where", left, dtype) : left;
  const y = typeof right === "number" ? scalarArray("where", right, dtype) : right;
  const shape = broadcastShapes("where", test.shape, x.shape, y.shape);
  const result = emptyResult(shape, dtype, test, x, y);
  choose(test, x, y, result);
  if (options.out === undefined) return result;
  checkOut("where", options.out, shape);
  checkCast("where", dtype, options.out.dtype);
  copyInto(options.out, result);
  return options.out;
}

const loops: ChooseLoop[] = [];

function loopFor(test: DType, x: DType, y: DType, out: DType): ChooseLoop {
  const code = [test, x, y, out].reduce((number, dtype) => number * 5 + dtypeCode[dtype], 0);
  return (loops[code] ??= compileChoose(`where ${code}`));
}

function choose(test: NDArray, x: NDArray, y: NDArray, out: NDArray): void {
  const operands = [test, x, y, out];
  const plan = elementwiseLoops(out.shape, operands);
  const inner = plan.shape.length - 1;
  const n1 = plan.shape[inner] ?? 1;
  const n0 = plan.shape[inner - 1] ?? 1;
  const [cs0, xs0, ys0, os0] = plan.strides.map((own) => own[inner - 1] ?? 0);
  const [cs1, xs1, ys1, os1] = plan.strides.map((own) => own[inner] ?? 0);
  const loop = loopFor(test.dtype, x.dtype, y.dtype, out.dtype);
  const fast = cs1 === 1 && os1 === 1 ? kernelFor(test, x, y, out) : undefined;
  const offsets = operands.map((one) => one.offset);
  forEachPlane(plan, offsets, ([co, xo, yo, oo]) => {
    if (fast?.(n1, test.data, co, x.data, xo, xs1, y.data, yo, ys1, out.data, oo) === true) {
      for (let i = 1; i < n0; i++) {
        const [c, a, b, to] = [co + i * cs0, xo + i * xs0, yo + i * ys0, oo + i * os0];
        fast(n1, test.data, c, x.data, a, xs1, y.data, b, ys1, out.data, to);
      }
      return;
    }
    loop(
      n0, n1,
      test.data, co, cs0, cs1, x.data, xo, xs0, xs1, y.data, yo, ys0, ys1, out.data, oo, os0, os1,
    ); // prettier-ignore
  });
}

/** The kernel for a condition of bytes and three arrays of one float dtype. */
function kernelFor(test: NDArray, x: NDArray, y: NDArray, out: NDArray): WhereKernel | undefined {
  const { dtype } = out;
  if (test.dtype !== "bool" && test.dtype !== "uint8") return undefined;
  if (!isFloat(dtype) || x.dtype !== dtype || y.dtype !== dtype) return undefined;
  return activeKernels().where?.[dtype];
}
