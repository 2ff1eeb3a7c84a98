import type { TypedArray } from "../../core/dtype.ts";
import type { Staging } from "./staging.ts";

/** Where contiguous elements begin in a typed array. */
export interface Place {
  readonly data: TypedArray;
  readonly offset: number;
}

/** Bytes of an operand that are staged at a time: the operands of a call fit the L2 cache together. */
const chunkBytes = 65_536;

/** Elements of an array that are staged at a time. */
export function chunkLength(data: TypedArray): number {
  return chunkBytes / data.BYTES_PER_ELEMENT;
}

/**
 * Runs a kernel over contiguous arrays outside of the heap: chunks of the inputs are copied in,
 * and of the output copied out. `run` gets the number of elements and the operands' addresses, the
 * output's last; an output may be the same memory as an input.
 */
export function inChunks(
  staging: Staging,
  n: number,
  inputs: readonly Place[],
  output: Place | undefined,
  run: (count: number, addresses: readonly number[]) => void,
): void {
  staging.begin();
  const places = output ? [...inputs, output] : inputs;
  const chunk = Math.min(n, ...places.map(({ data }) => chunkLength(data)));
  const addresses = places.map(({ data }) => staging.take(chunk * data.BYTES_PER_ELEMENT));
  const views = places.map(({ data }) => staging.viewLike(data));
  for (let from = 0; from < n; from += chunk) {
    const count = Math.min(chunk, n - from);
    inputs.forEach(({ data, offset }, i) => {
      const start = offset + from;
      views[i].set(data.subarray(start, start + count), addresses[i] / data.BYTES_PER_ELEMENT);
    });
    run(count, addresses);
    if (output) {
      const start = addresses[inputs.length] / output.data.BYTES_PER_ELEMENT;
      output.data.set(views[inputs.length].subarray(start, start + count), output.offset + from);
    }
  }
}
