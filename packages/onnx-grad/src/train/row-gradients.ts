import type { Slot } from "./slot.ts";
import { stage, updateParameter, updateSpan, updateWithoutGradient } from "./update.ts";
import type { UpdateStep } from "./update.ts";

// V rows, H columns of an embedding table.

/** Never read so far (its moments are zero), read by an earlier batch, read by this one. */
const [unread, known, current] = [0, 1, 2];

/**
 * The gradient of a table of which each batch reads few rows: only those rows are kept. Rows that were
 * never read have zero moments, so that AdamW only shrinks them; the result is that of the dense update.
 */
export class RowGradients {
  readonly #slot: Slot;
  readonly #width: number;
  /** Each row's state. */
  readonly #states: Uint8Array;
  /** Where the gradient of a current row is in `#sums`, counted in rows. */
  readonly #places = new Map<number, number>();
  #sums = new Float32Array(0);

  constructor(slot: Slot) {
    this.#slot = slot;
    this.#width = slot.shape[1];
    this.#states = new Uint8Array(slot.shape[0]);
  }

  /** Copies the rows at `ids` one after another into `into`. Throws when an id is outside the table. */
  gather(ids: ArrayLike<number | bigint>, into: Float32Array): void {
    const { weights, shape, name } = this.#slot;
    const width = this.#width;
    for (let i = 0; i < ids.length; i += 1) {
      const row = Number(ids[i]);
      if (!(row >= 0 && row < shape[0])) {
        throw new RangeError(`embedding: id ${row} is outside ${name}, which has ${shape[0]} rows`);
      }
      into.set(weights.subarray(row * width, (row + 1) * width), i * width);
    }
  }

  /** Adds `factor` times the gradients of the rows at `ids`, `(N, H)`, up; ids may repeat. */
  scatterAdd(ids: ArrayLike<number | bigint>, gradients: Float32Array, factor: number): void {
    const width = this.#width;
    this.#reserve((this.#places.size + ids.length) * width);
    const sums = this.#sums;
    for (let i = 0; i < ids.length; i += 1) {
      const from = i * width;
      const to = this.#placeOf(Number(ids[i])) * width;
      for (let column = 0; column < width; column += 1) {
        sums[to + column] += factor * gradients[from + column];
      }
    }
  }

  sumOfSquares(): number {
    const end = this.#places.size * this.#width;
    let total = 0;
    for (let i = 0; i < end; i += 1) total += this.#sums[i] * this.#sums[i];
    return total;
  }

  /** Adds the sums to the gradient of the whole table, `(V, H)`, and forgets them. */
  addTo(gradient: Float32Array): void {
    const width = this.#width;
    for (const [row, place] of this.#places) {
      for (let column = 0; column < width; column += 1) {
        gradient[row * width + column] += this.#sums[place * width + column];
      }
    }
    this.forget();
  }

  /** Updates the whole table and forgets the gradients. */
  update(step: UpdateStep): void {
    const width = this.#width;
    if (width % 4 !== 0) {
      // The kernels work on four numbers at a time, which here would reach into the next row.
      const gradient = new Float32Array(this.#slot.weights.length);
      this.addTo(gradient);
      updateParameter(this.#slot, gradient, step);
      return;
    }
    for (const [row, place] of this.#places) {
      const end = (place + 1) * width;
      for (let from = place * width; from < end;) {
        const { pointer, count } = stage(this.#slot.arena, this.#sums.subarray(0, end), from);
        updateSpan(this.#slot, row * width + from - place * width, count, pointer, step);
        from += count;
      }
    }
    this.#updateOthers(step);
    this.forget();
  }

  /** After moments were loaded: any row may have some. */
  markAllKnown(): void {
    this.#states.fill(known);
  }

  /** The rows that this batch did not read, in runs of one state. */
  #updateOthers(step: UpdateStep): void {
    const states = this.#states;
    for (let start = 0; start < states.length;) {
      const state = states[start];
      let end = start + 1;
      while (end < states.length && states[end] === state) end += 1;
      const [from, count] = [start * this.#width, (end - start) * this.#width];
      if (state === known) updateWithoutGradient(this.#slot, from, count, step);
      else if (state === unread) this.#shrink(from, count, step);
      start = end;
    }
  }

  #shrink(start: number, count: number, step: UpdateStep): void {
    const { arena, weights, decays } = this.#slot;
    const { kind, weightDecay } = step.optimizer;
    if (!decays || weightDecay === 0) return;
    if (kind === "sgd") updateWithoutGradient(this.#slot, start, count, step);
    else {
      const factor = 1 - step.learningRate * weightDecay;
      arena.kernels.scale(weights.byteOffset + start * 4, count, factor);
    }
  }

  #placeOf(row: number): number {
    const found = this.#places.get(row);
    if (found !== undefined) return found;
    const place = this.#places.size;
    this.#places.set(row, place);
    this.#states[row] = current;
    this.#sums.fill(0, place * this.#width, (place + 1) * this.#width);
    return place;
  }

  #reserve(count: number): void {
    if (count <= this.#sums.length) return;
    const larger = new Float32Array(count);
    larger.set(this.#sums.subarray(0, this.#places.size * this.#width));
    this.#sums = larger;
  }

  /** Drops what was added up since the last update. */
  forget(): void {
    for (const row of this.#places.keys()) this.#states[row] = known;
    this.#places.clear();
  }
}
