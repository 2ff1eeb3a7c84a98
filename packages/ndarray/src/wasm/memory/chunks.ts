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
 * and of the outputs copied out. `run` gets the number of elements and the operands' addresses,
 * inputs first. An output that is an input too, at the same place, has the same address.
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
  const addresses: number[] = [];
  for (const { data, offset } of places) {
    const twin = inputs.findIndex((input) => input.data === data && input.offset === offset);
    const isOutput = addresses.length >= inputs.length;
    addresses.push(
      isOutput && twin >= 0 ? addresses[twin] : staging.take(chunk * data.BYTES_PER_ELEMENT),
    );
  }
  const views = places.map(({ data }) => staging.viewLike(data));
  const firsts = places.map(({ data }, i) => addresses[i] / data.BYTES_PER_ELEMENT);
  for (let from = 0; from < n; from += chunk) {
    const count = Math.min(chunk, n - from);
    for (let i = 0; i < inputs.length; i++) {
      const start = inputs[i].offset + from;
      views[i].set(inputs[i].data.subarray(start, start + count), firsts[i]);
    }
    run(count, addresses);
    for (let i = inputs.length; i < places.length; i++)
      places[i].data.set(views[i].subarray(firsts[i], firsts[i] + count), places[i].offset + from);
  }
}
