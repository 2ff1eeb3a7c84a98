import type { TypedArray } from "../../core/dtype.ts";
import { copyIn } from "./copyIn.ts";
import type { Staging } from "./staging.ts";

/** Where contiguous elements begin in a typed array. */
export interface Place {
  readonly data: TypedArray;
  readonly offset: number;
}

/** Where strided elements begin; the stride is 1 when left out. */
export interface StridedPlace extends Place {
  readonly stride?: number;
}

/** Bytes of an operand that are staged at a time: the operands of a call fit the L2 cache together. */
const chunkBytes = 65_536;

/** Bytes from element to element up to which copying what lies between costs less than the kernel saves. */
const largestStep = 16;

/** Elements of an array that are staged at a time. */
export function chunkLength(data: TypedArray): number {
  return chunkBytes / data.BYTES_PER_ELEMENT;
}

/** Whether elements so far apart are worth copying together with what lies between them. */
export function isWorthStaging(data: TypedArray, stride: number): boolean {
  return stride !== 0 && Math.abs(stride) * data.BYTES_PER_ELEMENT <= largestStep;
}

/** Elements from the first to the last of `n`, both included. */
function span(n: number, stride: number): number {
  return (n - 1) * Math.abs(stride) + 1;
}

/**
 * Copies `n` strided elements, and what lies between them, to an address of the staging memory. Returns where the
 * first of them is then.
 */
function copyStrided(
  staging: Staging,
  n: number,
  { data, offset, stride = 1 }: StridedPlace,
  address: number,
): number {
  const length = span(n, stride);
  const before = stride < 0 ? length - 1 : 0;
  copyIn(staging, data, offset - before, length, address);
  return address + before * data.BYTES_PER_ELEMENT;
}

/** The address of a copy of `n` strided elements, with the same stride; the copies before it are forgotten. */
export function staged(staging: Staging, n: number, place: StridedPlace): number {
  staging.begin();
  const bytes = span(n, place.stride ?? 1) * place.data.BYTES_PER_ELEMENT;
  return copyStrided(staging, n, place, staging.take(bytes));
}

/**
 * Runs a kernel over arrays outside of the heap: chunks of the inputs are copied in, with what lies between
 * strided elements, and of the outputs copied out. `run` gets the number of elements and the addresses of the
 * operands' first ones, inputs first. An output that is an input too, element by element, has the same address.
 */
export function inChunks(
  staging: Staging,
  n: number,
  inputs: readonly StridedPlace[],
  outputs: readonly Place[],
  run: (count: number, addresses: readonly number[]) => void,
): void {
  staging.begin();
  const places: readonly StridedPlace[] = [...inputs, ...outputs];
  const widest = Math.max(...places.map(({ stride = 1 }) => Math.abs(stride)));
  const chunk = Math.min(n, ...places.map(({ data }) => Math.floor(chunkLength(data) / widest)));
  const starts: number[] = [];
  for (const { data, offset, stride = 1 } of places) {
    const twin = inputs.findIndex(
      (input) => input.data === data && input.offset === offset && (input.stride ?? 1) === 1,
    );
    const isOutput = starts.length >= inputs.length;
    const bytes = span(chunk, stride) * data.BYTES_PER_ELEMENT;
    starts.push(isOutput && twin >= 0 ? starts[twin] : staging.take(bytes));
  }
  const addresses = [...starts];
  for (let from = 0; from < n; from += chunk) {
    const count = Math.min(chunk, n - from);
    inputs.forEach(({ data, offset, stride = 1 }, i) => {
      const part = { data, offset: offset + from * stride, stride };
      addresses[i] = copyStrided(staging, count, part, starts[i]);
    });
    run(count, addresses);
    outputs.forEach(({ data, offset }, i) => {
      const first = starts[inputs.length + i] / data.BYTES_PER_ELEMENT;
      data.set(staging.viewLike(data).subarray(first, first + count), offset + from);
    });
  }
}
