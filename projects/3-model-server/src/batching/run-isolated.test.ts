import { describe, expect, test } from "vitest";
import { runIsolated, type Waiting } from "./batcher.ts";

/** A batch of numbers and what each of them got. */
function batchOf(...items: number[]) {
  const outcomes: string[] = [];
  const batch = items.map((item, i): Waiting<number, number> => ({
    item,
    rows: 1,
    key: "",
    since: 0,
    deadline: Infinity,
    resolve: (result) => (outcomes[i] = `${result}`),
    reject: (error) => (outcomes[i] = error instanceof Error ? error.message : "odd"),
  }));
  return { batch, outcomes };
}

/** Doubles numbers; a batch with a 13 in it fails as a whole. */
const double = async (items: readonly number[]) => {
  if (items.includes(13)) throw new Error("unlucky");
  return items.map((item) => 2 * item);
};

describe("3.7 runIsolated", () => {
  test("gives each item its own result, computed at once", async () => {
    const calls: number[] = [];
    const { batch, outcomes } = batchOf(1, 2, 3);
    await runIsolated(batch, (items) => (calls.push(items.length), double(items)));
    expect(outcomes).toEqual(["2", "4", "6"]);
    expect(calls).toEqual([3]);
  });

  test("fails only the item that cannot be computed", async () => {
    const { batch, outcomes } = batchOf(1, 13, 3);
    await runIsolated(batch, double);
    expect(outcomes).toEqual(["2", "unlucky", "6"]);
  });

  test("fails several, and goes on behind them", async () => {
    const { batch, outcomes } = batchOf(13, 13, 4);
    await runIsolated(batch, double);
    expect(outcomes).toEqual(["unlucky", "unlucky", "8"]);
  });

  test("computes a single item that fails once only", async () => {
    let calls = 0;
    const { batch, outcomes } = batchOf(13);
    await runIsolated(batch, (items) => (calls++, double(items)));
    expect(outcomes).toEqual(["unlucky"]);
    expect(calls).toBe(1);
  });
});
