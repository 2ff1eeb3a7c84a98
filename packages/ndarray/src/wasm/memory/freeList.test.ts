import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alignment, FreeList } from "./freeList.ts";

test("take(bytes) rounds up to a cache line and finds the smallest gap that fits", () => {
  const list = new FreeList(0, 1024);
  const blocks = [200, 64, 100, 64].map((bytes) => list.take(bytes)!);
  expect(blocks).toEqual([0, 256, 320, 448]);
  list.give(blocks[0]);
  list.give(blocks[2]);
  expect(list.take(128)).toBe(320);
  expect(list.take(129)).toBe(0);
  expect(list.take(1024)).toBeUndefined();
});

test("give(start) merges with free neighbours on both sides", () => {
  const list = new FreeList(0, 192);
  const [a, b, c] = [1, 1, 1].map((bytes) => list.take(bytes)!);
  list.give(a);
  list.give(c);
  expect(list.take(192)).toBeUndefined();
  list.give(b);
  expect(list.take(192)).toBe(0);
});

test("give(start) refuses what is not in use", () => {
  const list = new FreeList(0, 128);
  list.give(list.take(64)!);
  expect(() => list.give(0)).toThrow("no block starts at 0");
  expect(() => list.give(32)).toThrow("no block starts at 32");
});

test("extend(end) joins the last gap, and shortage counts it", () => {
  const list = new FreeList(0, 128);
  list.take(64);
  expect(list.shortage(256)).toBe(192);
  list.extend(320);
  expect(list.take(256)).toBe(64);
  expect(list.shortage(1)).toBe(alignment);
});

test("take and give in any order never overlap, and all memory comes back", () => {
  const size = 1 << 14;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3000), fc.nat(20))), (steps) => {
      const list = new FreeList(0, size);
      const held: { start: number; bytes: number }[] = [];
      for (const [bytes, victim] of steps) {
        const start = list.take(bytes);
        if (start !== undefined) {
          const end = start + bytes;
          expect(start % alignment).toBe(0);
          expect(end).toBeLessThanOrEqual(size);
          for (const other of held)
            expect(end <= other.start || other.start + other.bytes <= start).toBe(true);
          held.push({ start, bytes });
        }
        if (victim < held.length) list.give(held.splice(victim, 1)[0].start);
        expect(list.blocks).toBe(held.length);
      }
      for (const { start } of held) list.give(start);
      expect(list.used).toBe(0);
      expect(list.take(size)).toBe(0);
    }),
  );
});
