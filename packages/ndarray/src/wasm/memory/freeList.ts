/** A stretch of free memory, in bytes. */
interface Gap {
  start: number;
  size: number;
}

/** Every block starts and ends at a multiple of this: one cache line. */
export const alignment = 64;

/**
 * Which parts of an address range are free: best fit, freed neighbours merge.
 *
 * Knows nothing of memory itself, only numbers; `extend` adds room at the end.
 */
export class FreeList {
  /** Sorted by start, never adjacent. */
  readonly #gaps: Gap[] = [];
  readonly #sizes = new Map<number, number>();
  #end: number;
  #used = 0;

  constructor(start: number, end: number) {
    this.#end = start;
    this.extend(end);
  }

  /** Bytes in blocks handed out. */
  get used(): number {
    return this.#used;
  }

  /** Blocks handed out. */
  get blocks(): number {
    return this.#sizes.size;
  }

  /** Where the range ends. */
  get end(): number {
    return this.#end;
  }

  /** Bytes that `extend` must add at least for a block of `bytes` to fit. */
  shortage(bytes: number): number {
    const last = this.#gaps.at(-1);
    const open = last && last.start + last.size === this.#end ? last.size : 0;
    return Math.max(0, rounded(bytes) - open);
  }

  /** Makes the range longer. */
  extend(end: number): void {
    const size = end - this.#end;
    if (size <= 0) return;
    this.#insert({ start: this.#end, size });
    this.#end = end;
  }

  /** The start of a block of at least `bytes`, or undefined when no gap is large enough. */
  take(bytes: number): number | undefined {
    const size = rounded(bytes);
    let best = -1;
    for (let i = 0; i < this.#gaps.length; i++) {
      const gap = this.#gaps[i];
      if (gap.size >= size && (best < 0 || gap.size < this.#gaps[best].size)) best = i;
    }
    if (best < 0) return undefined;
    const gap = this.#gaps[best];
    const start = gap.start;
    if (gap.size === size) this.#gaps.splice(best, 1);
    else {
      gap.start += size;
      gap.size -= size;
    }
    this.#sizes.set(start, size);
    this.#used += size;
    return start;
  }

  /** Gives a block back; `start` is what `take` returned. */
  give(start: number): void {
    const size = this.#sizes.get(start);
    if (size === undefined)
      throw new RangeError(
        `heap: no block starts at ${start}; it was released before or never taken`,
      );
    this.#sizes.delete(start);
    this.#used -= size;
    this.#insert({ start, size });
  }

  /** Whether a block that is handed out starts at this address. */
  holds(start: number): boolean {
    return this.#sizes.has(start);
  }

  #insert(gap: Gap): void {
    const gaps = this.#gaps;
    let low = 0;
    let high = gaps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (gaps[middle].start < gap.start) low = middle + 1;
      else high = middle;
    }
    const before = gaps[low - 1];
    const after = gaps[low];
    const joinsBefore = before && before.start + before.size === gap.start;
    const joinsAfter = after && gap.start + gap.size === after.start;
    if (joinsBefore) {
      before.size += gap.size + (joinsAfter ? after.size : 0);
      if (joinsAfter) gaps.splice(low, 1);
    } else if (joinsAfter) {
      after.start = gap.start;
      after.size += gap.size;
    } else gaps.splice(low, 0, gap);
  }
}

function rounded(bytes: number): number {
  return Math.max(alignment, Math.ceil(bytes / alignment) * alignment);
}
