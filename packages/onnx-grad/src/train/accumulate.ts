import type { Tensor } from "../runtime/tensor.ts";
import { freeBuffers } from "./free-buffers.ts";

/** Gradients by parameter. */
export type Gradients = Map<string, Float32Array>;

/** Adds `share` times `part` to the parameter's gradient; the first part is kept as it came. */
export function accumulate(into: Gradients, name: string, part: Float32Array, share: number): void {
  const sum = into.get(name);
  if (sum === undefined) {
    if (share !== 1) for (let i = 0; i < part.length; i += 1) part[i] *= share;
    into.set(name, part);
    return;
  }
  for (let i = 0; i < part.length; i += 1) sum[i] += share * part[i];
  freeBuffers([part]);
}

export function floatsOf({ data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError("train: expected a float32 tensor");
}
