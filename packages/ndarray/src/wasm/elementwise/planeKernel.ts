import { planeElements } from "../../kernels.ts";
import type { PlaneKernel } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { addressOf, bytesOf } from "../floatArray.ts";
import type { FloatArray } from "../floatArray.ts";
import type { Runtime } from "../runtime.ts";

/** Copies planes of arrays in the heap through square transposes, into one of two buffers in turn. */
export function planeKernel(runtime: Runtime, type: FloatType): PlaneKernel {
  const bytes = bytesOf(type);
  const { heap } = runtime;
  let buffers: FloatArray[] | undefined;
  let turn = 0;
  return (n0, n1, x, offset, stride0, stride1) => {
    if (n0 * n1 < 64 || !heap.owns(x)) return undefined;
    const dtype = type === "f32" ? "float32" : "float64";
    buffers ??= [heap.view(dtype, planeElements), heap.view(dtype, planeElements)];
    turn = 1 - turn;
    const data = buffers[turn];
    const from = { address: addressOf(x, offset), row: stride0 * bytes, column: stride1 * bytes };
    const to = { address: data.byteOffset, row: n1 * bytes, column: bytes };
    runtime.onHeap.product(type).copy(n0, n1, from, to);
    return { data, offset: 0 };
  };
}
