import { describe, expect, test } from "vitest";
import { takeBatch } from "./take-batch.ts";

const item = (name: string, rows = 1, { key = "", deadline = 1000 } = {}) => ({
  name,
  rows,
  key,
  deadline,
});
const take = (queue: ReturnType<typeof item>[], maxRows: number, now = 0) => {
  const { batch, late, rest } = takeBatch(queue, maxRows, now);
  const names = (items: typeof queue) => items.map(({ name }) => name).join("");
  return [names(batch), names(late), names(rest)];
};

describe("3.6 takeBatch", () => {
  test("takes everything that fits, in order", () => {
    expect(take([item("a"), item("b"), item("c")], 8)).toEqual(["abc", "", ""]);
  });

  test("leaves what does not fit, in order", () => {
    expect(take([item("a"), item("b"), item("c"), item("d")], 2)).toEqual(["ab", "", "cd"]);
  });

  test("counts rows, not requests", () => {
    expect(take([item("a", 3), item("b", 2), item("c", 1)], 5)).toEqual(["ab", "", "c"]);
  });

  test("lets none overtake: one that does not fit ends the batch", () => {
    expect(take([item("a", 3), item("b", 3), item("c", 1)], 4)).toEqual(["a", "", "bc"]);
  });

  test("takes the first one even if it alone is too large, else it would wait for ever", () => {
    expect(take([item("a", 9), item("b")], 4)).toEqual(["a", "", "b"]);
  });

  test("never mixes keys: one of another key is stepped over and keeps its place", () => {
    const wide = { key: "wide" };
    const queue = [item("a"), item("b", 1, wide), item("c"), item("d", 1, wide), item("e")];
    expect(take(queue, 8)).toEqual(["ace", "", "bd"]);
    expect(take(queue.slice(1), 8)).toEqual(["bd", "", "ce"]);
  });

  test("counts the rows of the batch's key only, and lets none of them overtake", () => {
    const queue = [item("a", 2), item("b", 4, { key: "wide" }), item("c", 3), item("d", 1)];
    expect(take(queue, 4)).toEqual(["a", "", "bcd"]);
  });

  test("sorts out what is late, wherever it stands, without its rows", () => {
    const queue = [
      item("a", 4, { deadline: 5 }),
      item("b", 2),
      item("c", 2, { deadline: 9 }),
      item("d", 2),
    ];
    expect(take(queue, 4, 10)).toEqual(["bd", "ac", ""]);
  });

  test("is in time on the deadline itself", () => {
    expect(take([item("a", 1, { deadline: 10 })], 4, 10)).toEqual(["a", "", ""]);
  });

  test("has nothing of an empty queue, and changes no queue", () => {
    expect(take([], 4)).toEqual(["", "", ""]);
    const queue = [item("a"), item("b")];
    takeBatch(queue, 1, 0);
    expect(queue.length).toBe(2);
  });
});
