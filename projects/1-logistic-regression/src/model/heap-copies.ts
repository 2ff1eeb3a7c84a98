import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** A matrix beyond this many bytes is read as fast from where it is, in the pieces that the kernels take. */
const largestCopy = 1024 * 1024;

/**
 * Calls `use` with copies of the arrays in the kernels' memory, where operations need not copy their
 * operands first, and frees them afterwards. Large ones are passed as they are. Nothing that `use`
 * returns may be a view of them.
 */
export function withHeapCopies<T>(arrays: readonly NDArray[], use: (...arrays: NDArray[]) => T): T {
  const copies: NDArray[] = [];
  try {
    const passed = arrays.map((array) => {
      if (8 * array.size > largestCopy) return array;
      const copy = np.toHeap(array);
      copies.push(copy);
      return copy;
    });
    return use(...passed);
  } finally {
    np.release(copies);
  }
}
