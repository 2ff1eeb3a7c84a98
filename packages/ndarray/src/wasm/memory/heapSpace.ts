import type { Heap } from "./heap.ts";
import type { Space } from "./space.ts";

/** The heap as kernels see it. */
export function heapSpace(heap: Heap): Space {
  return { memory: heap.memory, shared: true, reserve: (bytes) => heap.allocate(bytes) };
}
