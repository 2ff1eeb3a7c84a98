import { copyInto } from "../elementwise/copy.ts";
import { allocateUnset } from "../core/dtype.ts";
import { NDArray } from "../core/ndarray.ts";
import { heap } from "./current.ts";
import { Scopes } from "./memory/scope.ts";

const scopes = new Scopes(heap);

/**
 * Runs a function whose arrays live in the kernels' heap, and frees them when it ends, except those
 * that it returns (bare or in arrays and objects). Kernels work on heap arrays without copying.
 *
 * What an inner scope returns belongs to the scope around it; what the outermost one returns lives
 * until `release`. Views share the array's memory: an array that is kept only by a variable outside
 * must be returned or given to `keep`. The function must be synchronous; throws RangeError, naming
 * the size, when the heap would pass 4 GiB.
 */
export function scope<T>(body: () => T): T {
  return scopes.run(body);
}

/** Takes arrays out of all scopes, so that they live until `release`. Returns its argument. */
export function keep<T>(value: T): T {
  return scopes.keep(value);
}

/** Frees heap arrays that no scope will free; they must not be used any more. */
export function release(...values: unknown[]): void {
  scopes.release(values);
}

/** A copy of an array in the heap, in C order; it lives until `release`. */
export function toHeap(array: NDArray): NDArray {
  return scopes.run(() => {
    const data = allocateUnset(array.dtype, array.size);
    const copy = new NDArray(data, array.shape, array.dtype);
    copyInto(copy, array);
    return keep(copy);
  });
}
