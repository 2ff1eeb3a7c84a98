import { Problem } from "../problem.ts";
import { takeBatch } from "./take-batch.ts";

export interface BatcherOptions<I, O> {
  /** Computes many items at once; as many results, in the same order. */
  run: (items: readonly I[]) => Promise<readonly O[]>;
  /** How many rows an item holds; 1 by default. */
  rowsOf?: ((item: I) => number) | undefined;
  /** Items with different keys never share a batch. */
  keyOf?: ((item: I) => string) | undefined;
  /** The most rows of a batch. */
  maxRows: number;
  /** How long the first item of a batch waits for company, in ms; 0 takes what has come by the next turn of the event loop. */
  maxDelay: number;
  /** The most items that wait; one more is refused. */
  queueLimit: number;
  /** How many batches may be computed at once; 1 by default. */
  concurrency?: number | undefined;
}

export interface Waiting<I, O> {
  item: I;
  rows: number;
  key: string;
  /** `performance.now()` when it came. */
  since: number;
  /** `performance.now()` after which nobody waits for the result. */
  deadline: number;
  onStart?: ((items: number) => void) | undefined;
  resolve: (result: O) => void;
  reject: (error: unknown) => void;
}

export interface SubmitOptions {
  /** The client left: the item is not computed any more if it still waits. */
  signal?: AbortSignal;
  /** Given, when the item begins to wait, what to call when the client leaves; cheaper than a signal. */
  onWait?: (leave: () => void) => void;
  /** Milliseconds from now after which a waiting item fails with 503. */
  timeout?: number;
  /** Told when the item's batch begins to be computed, and how many items share it. */
  onStart?: (items: number) => void;
}

/** Joins items that come at about the same time into batches, first come, first served. */
export class Batcher<I, O> {
  readonly #options: BatcherOptions<I, O>;
  #queue: Waiting<I, O>[] = [];
  /** Takes back the start of the next batch. */
  #cancelStart: (() => void) | undefined;
  readonly #running = new Set<Promise<void>>();
  /** Looks for items that waited too long, also while a batch takes longer than they may wait. */
  #expiry: NodeJS.Timeout | undefined;

  constructor(options: BatcherOptions<I, O>) {
    this.#options = options;
  }

  /** Items that wait for their batch. */
  get length(): number {
    return this.#queue.length;
  }

  /**
   * The item's result.
   *
   * @throws Problem 503 when the queue is full or the item waited past its timeout, 499 when its signal
   *   was aborted before it was computed
   */
  submit(item: I, options: SubmitOptions = {}): Promise<O> {
    const { signal, onWait, timeout = Infinity, onStart } = options;
    const { rowsOf, keyOf, queueLimit } = this.#options;
    if (this.#queue.length >= queueLimit) {
      return Promise.reject(
        new Problem(503, `${queueLimit} requests wait already`, { retryAfter: 1 }),
      );
    }
    if (signal?.aborted) return Promise.reject(left());
    return new Promise((resolve, reject) => {
      const since = performance.now();
      const waiting: Waiting<I, O> = {
        item,
        rows: rowsOf?.(item) ?? 1,
        key: keyOf?.(item) ?? "",
        since,
        deadline: since + timeout,
        onStart,
        resolve,
        reject,
      };
      const leave = () => this.#drop(waiting);
      signal?.addEventListener("abort", leave, { once: true });
      this.#queue.push(waiting);
      onWait?.(leave);
      this.#schedule();
      this.#watchDeadlines();
    });
  }

  /** Waits until nothing is queued or computed. */
  async idle(): Promise<void> {
    while (this.#running.size > 0 || this.#queue.length > 0) {
      if (this.#running.size > 0) await Promise.race(this.#running);
      else await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #drop(waiting: Waiting<I, O>): void {
    const at = this.#queue.indexOf(waiting);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiting.reject(left());
  }

  #watchDeadlines(): void {
    if (this.#expiry || this.#queue.length === 0) return;
    const next = this.#queue.reduce((least, { deadline }) => Math.min(least, deadline), Infinity);
    if (next === Infinity) return;
    const expire = () => {
      this.#expiry = undefined;
      const now = performance.now();
      const late = this.#queue.filter(({ deadline }) => deadline < now);
      this.#queue = this.#queue.filter(({ deadline }) => deadline >= now);
      for (const { reject } of late) reject(tooLate());
      this.#watchDeadlines();
    };
    this.#expiry = setTimeout(expire, Math.ceil(next - performance.now()) + 1).unref();
  }

  #schedule(): void {
    const { maxDelay, concurrency = 1 } = this.#options;
    if (this.#running.size >= concurrency || this.#queue.length === 0) return;
    if (maxDelay > 0 && !this.#isFull()) {
      if (this.#cancelStart) return;
      const waited = performance.now() - this.#queue[0].since;
      const timer = setTimeout(() => this.#start(), Math.max(0, maxDelay - waited));
      this.#cancelStart = () => clearTimeout(timer);
      return;
    }
    if (maxDelay === 0 && this.#cancelStart) return;
    this.#cancelStart?.();
    const immediate = setImmediate(() => this.#start());
    this.#cancelStart = () => clearImmediate(immediate);
  }

  /** Whether more company would not fit into the next batch. */
  #isFull(): boolean {
    const [{ key }] = this.#queue;
    let rows = 0;
    for (const waiting of this.#queue) if (waiting.key === key) rows += waiting.rows;
    return rows >= this.#options.maxRows;
  }

  #start(): void {
    this.#cancelStart = undefined;
    const { maxRows, run } = this.#options;
    const { batch, late, rest } = takeBatch(this.#queue, maxRows, performance.now());
    this.#queue = rest;
    for (const { reject } of late) reject(tooLate());
    if (batch.length > 0) {
      for (const { onStart } of batch) onStart?.(batch.length);
      const running = runIsolated(batch, run).finally(() => {
        this.#running.delete(running);
        this.#schedule();
      });
      this.#running.add(running);
    }
    this.#schedule();
  }
}

const tooLate = () => new Problem(503, "waited too long for its batch", { retryAfter: 1 });
const left = () => new Problem(499, "the client left");

/**
 * Computes a batch and settles every item of it, in order. When the batch fails, each item is computed
 * alone, so that only the one that cannot be computed fails.
 */
export async function runIsolated<I, O>(
  batch: readonly Waiting<I, O>[],
  run: (items: readonly I[]) => Promise<readonly O[]>,
): Promise<void> {
  //#region solution 3.7 one bad item never fails its neighbours
  try {
    const results = await run(batch.map(({ item }) => item));
    for (const [i, { resolve }] of batch.entries()) resolve(results[i]);
    return;
  } catch (error) {
    if (batch.length === 1) return batch[0].reject(error);
  }
  for (const one of batch) await runIsolated([one], run);
  //#endregion
}
