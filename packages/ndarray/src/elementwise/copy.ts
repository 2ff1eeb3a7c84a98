import type { DType } from "../core/dtype.ts";
import { allocateUnset, checkDType } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { clobbers } from "../core/overlap.ts";
import type { UnaryLoop } from "../plain/compile.ts";
import { compileUnary } from "../plain/compile.ts";
import { elementwiseLoops } from "./memoryOrder.ts";
import { forEachPlane } from "./plan.ts";
import { dtypeCode } from "./rules.ts";

const loops: UnaryLoop[] = [];

/** One compiled loop per pair of dtypes. Storing to an integer buffer truncates and wraps. */
function loopFor(from: DType, to: DType): UnaryLoop {
  const code = dtypeCode[from] * 5 + dtypeCode[to];
  return (loops[code] ??= compileUnary(
    to === "bool" && from !== "bool" ? "x !== 0 ? 1 : 0" : `x /* ${code} */`,
  ));
}

/** Writes the elements of `source`, broadcast to `target`'s shape and cast to its dtype, into `target`. */
export function copyInto(target: NDArray, source: NDArray): void {
  if (target.size === 0) return;
  const from = clobbers(target, source) ? copy(source) : source;
  if (from.dtype === target.dtype && from.size === target.size) {
    if (from.isContiguous && target.isContiguous) {
      target.data.set(from.data.subarray(from.offset, from.offset + from.size), target.offset);
      return;
    }
  }
  const plan = elementwiseLoops(target.shape, [from, target]);
  const [xs, os] = plan.strides;
  const loop = loopFor(from.dtype, target.dtype);
  const inner = plan.shape.length - 1;
  const n1 = plan.shape[inner] ?? 1;
  const n0 = plan.shape[inner - 1] ?? 1;
  forEachPlane(plan, [from.offset, target.offset], ([xo, oo]) => {
    loop(
      n0, n1,
      from.data, xo, xs[inner - 1] ?? 0, xs[inner] ?? 0,
      target.data, oo, os[inner - 1] ?? 0, os[inner] ?? 0,
    ); // prettier-ignore
  });
}

/** A copy in C order. */
export function copy(a: NDArray): NDArray {
  return castTo(a, a.dtype);
}

/** A copy in another dtype: floats are truncated to integers, bool is `x != 0`. */
export function astype(a: NDArray, dtype: DType): NDArray {
  return castTo(a, checkDType("astype", dtype));
}

function castTo(a: NDArray, dtype: DType): NDArray {
  const result = new NDArray(allocateUnset(dtype, a.size), a.shape, dtype);
  copyInto(result, a);
  return result;
}
