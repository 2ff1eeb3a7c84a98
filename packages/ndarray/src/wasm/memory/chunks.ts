import type { TypedArray } from "../../core/dtype.ts";
import type { Staging } from "./staging.ts";

/** Where elements begin in a typed array, and for an input how far apart they are (one element when left out). */
export interface Place {
  readonly data: TypedArray;
  readonly offset: number;
  readonly stride?: number;
}

/** Bytes of an operand's elements that are staged at a time: the operands of a call fit the L2 cache together. */
const chunkBytes = 65_536;

/** With a larger stride, copying what lies between the elements costs more than the kernel saves. */
const largestStride = 4;

/** Elements of an array that are staged at a time. */
export function chunkLength(data: TypedArray): number {
  return chunkBytes / data.BYTES_PER_ELEMENT;
}

/** Whether elements so far apart are worth copying together with what lies between them. */
export function isStaged(stride: number): boolean {
  return stride !== 0 && Math.abs(stride) <= largestStride;
}

/**
 * Runs a kernel over arrays outside of the heap: chunks of the inputs are copied in, with what lies between
 * strided elements, and of the contiguous outputs copied out. `run` gets the number of elements and the addresses
 * of the operands' first ones, inputs first. An output that is an input too, at the same place, has the same address.
 */
export function inChunks(
  staging: Staging,
  n: number,
  inputs: readonly Place[],
  outputs: readonly Place[],
  run: (count: number, addresses: readonly number[]) => void,
): void {
  staging.begin();
  const places = [...inputs, ...outputs];
  const chunk = Math.min(n, ...places.map(({ data }) => chunkLength(data)));
  const starts: number[] = [];
  for (const { data, offset, stride = 1 } of places) {
    const twin = inputs.findIndex((input) => input.data === data && input.offset === offset);
    const isOutput = starts.length >= inputs.length;
    const bytes = chunk * Math.abs(stride) * data.BYTES_PER_ELEMENT;
    starts.push(isOutput && twin >= 0 ? starts[twin] : staging.take(bytes));
  }
  const views = places.map(({ data }) => staging.viewLike(data));
  const firsts = places.map(({ data }, i) => starts[i] / data.BYTES_PER_ELEMENT);
  const addresses = [...starts];
  for (let from = 0; from < n; from += chunk) {
    const count = Math.min(chunk, n - from);
    for (let i = 0; i < inputs.length; i++) {
      const { data, offset, stride = 1 } = inputs[i];
      // Elements from the chunk's lowest to its first; 0 unless memory is read backwards.
      const before = stride < 0 ? (1 - count) * stride : 0;
      const start = offset + from * stride - before;
      const end = start + (count - 1) * Math.abs(stride) + 1;
      views[i].set(data.subarray(start, end), firsts[i]);
      addresses[i] = starts[i] + before * data.BYTES_PER_ELEMENT;
    }
    run(count, addresses);
    for (let i = inputs.length; i < places.length; i++)
      places[i].data.set(views[i].subarray(firsts[i], firsts[i] + count), places[i].offset + from);
  }
}
