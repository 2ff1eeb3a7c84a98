import type { NDArray } from "../../core/ndarray.ts";
import { currentRuntime } from "../current.ts";
import { addressOf } from "../floatArray.ts";
import { inChunks } from "../memory/chunks.ts";
import { checkFloats, checkUpdatable } from "./operands.ts";
import { optimizerModule } from "./optimizerKernels.ts";

/** What the plain loop does for one element: its index in every array's buffer is given. */
export type PlainUpdate = (...at: number[]) => void;

/**
 * Runs an update rule over contiguous arrays of one shape. The kernel gets the count, the addresses
 * of the read arrays, those of the written ones, and the numbers.
 */
export function update(
  name: "sgd" | "momentum" | "adam",
  read: readonly NDArray[],
  written: readonly NDArray[],
  numbers: readonly number[],
  plain: PlainUpdate,
): void {
  const type = checkFloats(name, ...read);
  checkUpdatable(name, read);
  const n = read[0].size;
  const runtime = currentRuntime();
  if (!runtime) {
    for (let i = 0; i < n; i++) plain(...read.map(({ offset }) => offset + i));
    return;
  }
  const all = [...read, ...written];
  if (all.every(({ data }) => runtime.heap.owns(data))) {
    const addresses = all.map(({ data, offset }) => addressOf(data, offset));
    runtime.onHeap.all(optimizerModule, type)[name](n, ...addresses, ...numbers);
    return;
  }
  const kernel = runtime.staged.all(optimizerModule, type)[name];
  inChunks(runtime.staging, n, read, written, (count, addresses) =>
    kernel(count, ...addresses, ...numbers),
  );
}
