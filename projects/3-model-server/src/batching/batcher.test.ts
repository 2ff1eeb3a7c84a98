import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { solved } from "../test-support/solved.ts";
import { Batcher, type BatcherOptions } from "./batcher.ts";

/** Doubles numbers, and notes which came together. */
async function makeBatcher(options: Partial<BatcherOptions<number, number>> = {}) {
  await solved();
  const batches: number[][] = [];
  const batcher = new Batcher<number, number>({
    run: async (items) => {
      batches.push([...items]);
      await wait(5);
      return items.map((item) => 2 * item);
    },
    maxRows: 4,
    maxDelay: 0,
    queueLimit: 16,
    ...options,
  });
  return { batcher, batches };
}

describe("Batcher", () => {
  test("joins what comes in one turn, at most maxRows, in order", async () => {
    const { batcher, batches } = await makeBatcher();
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map((item) => batcher.submit(item)));
    expect(results).toEqual([2, 4, 6, 8, 10, 12]);
    expect(batches).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  test("waits maxDelay for company", async () => {
    const { batcher, batches } = await makeBatcher({ maxDelay: 40 });
    const first = batcher.submit(1);
    await wait(5);
    await Promise.all([first, batcher.submit(2)]);
    expect(batches).toEqual([[1, 2]]);
  });

  test("does not wait when a batch is full", async () => {
    const { batcher, batches } = await makeBatcher({ maxDelay: 60_000, maxRows: 2 });
    expect(await Promise.all([batcher.submit(1), batcher.submit(2)])).toEqual([2, 4]);
    expect(batches).toEqual([[1, 2]]);
  });

  test("refuses with 503 when too many wait", async () => {
    const { batcher } = await makeBatcher({ queueLimit: 2 });
    const [first, second] = [batcher.submit(1), batcher.submit(2)];
    await expect(batcher.submit(3)).rejects.toMatchObject({ status: 503, retryAfter: 1 });
    expect(await Promise.all([first, second])).toEqual([2, 4]);
  });

  test("fails what waited past its timeout with 503, and nothing else", async () => {
    const { batcher, batches } = await makeBatcher({ maxRows: 1 });
    const first = batcher.submit(1);
    const late = batcher.submit(2, { timeout: 1 });
    const other = batcher.submit(3);
    await expect(late).rejects.toMatchObject({ status: 503 });
    expect(await Promise.all([first, other])).toEqual([2, 6]);
    expect(batches).toEqual([[1], [3]]);
  });

  test("fails what waits past its timeout also while a batch hangs", async () => {
    let finish = () => {};
    const { batcher } = await makeBatcher({
      maxRows: 1,
      run: (items) =>
        new Promise((resolve) => {
          finish = () => resolve(items);
        }),
    });
    const first = batcher.submit(1);
    await expect(batcher.submit(2, { timeout: 20 })).rejects.toMatchObject({ status: 503 });
    finish();
    expect(await first).toBe(1);
  });

  test("does not compute what nobody waits for any more", async () => {
    const { batcher, batches } = await makeBatcher();
    const gone = new AbortController();
    const left = batcher.submit(1, { signal: gone.signal });
    const stays = batcher.submit(2);
    gone.abort();
    await expect(left).rejects.toMatchObject({ status: 499 });
    await expect(batcher.submit(3, { signal: gone.signal })).rejects.toMatchObject({ status: 499 });
    const leaves = batcher.submit(4, { onWait: (leave) => leave() });
    await expect(leaves).rejects.toMatchObject({ status: 499 });
    expect(await stays).toBe(4);
    expect(batches).toEqual([[2]]);
  });

  test("idle waits for everything that was submitted", async () => {
    const { batcher, batches } = await makeBatcher({ maxRows: 1 });
    const all = Promise.all([batcher.submit(1), batcher.submit(2)]);
    await batcher.idle();
    expect(batches).toEqual([[1], [2]]);
    expect(batcher.length).toBe(0);
    await all;
  });
});
