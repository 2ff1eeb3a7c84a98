const runLength = 24;

/**
 * The order that sorts `keys`, stable: equal keys keep their order, NaNs come last. Insertion
 * sort of short runs, then merges bottom-up between two buffers; sorted input takes linear time.
 */
export function mergeOrder(keys: Float64Array): Int32Array {
  const n = keys.length;
  let order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let start = 0; start < n; start += runLength) {
    insertionSort(keys, order, start, Math.min(start + runLength, n));
  }
  let merged = new Int32Array(n);
  for (let width = runLength; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      merge(keys, order, merged, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [order, merged] = [merged, order];
  }
  return order;
}

/** `a` belongs after `b`: it is larger, or a NaN while `b` is not. */
function isAfter(a: number, b: number): boolean {
  return a > b || (a !== a && b === b);
}

function insertionSort(keys: Float64Array, order: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const item = order[i];
    const key = keys[item];
    let j = i - 1;
    while (j >= start && isAfter(keys[order[j]], key)) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = item;
  }
}

function merge(
  keys: Float64Array,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  if (middle >= end || !isAfter(keys[from[middle - 1]], keys[from[middle]])) {
    to.set(from.subarray(start, end), start);
    return;
  }
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const takesRight =
      left >= middle || (right < end && isAfter(keys[from[left]], keys[from[right]]));
    to[k] = takesRight ? from[right++] : from[left++];
  }
}
