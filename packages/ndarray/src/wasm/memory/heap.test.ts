import { expect, test } from "vitest";
import { Heap } from "./heap.ts";
import { limitBytes, pageBytes } from "./pages.ts";

test("view(dtype, n) lies in the heap, and its memory is used again", () => {
  const heap = new Heap();
  const first = heap.view("float32", 1000);
  first.fill(7);
  expect(heap.owns(first)).toBe(true);
  expect(heap.owns(new Float32Array(4))).toBe(false);
  heap.release(first.byteOffset);
  const second = heap.view("float64", 500);
  expect(second.byteOffset).toBe(first.byteOffset);
});

test("allocate(bytes) grows the memory and leaves earlier views valid", () => {
  const heap = new Heap();
  const early = heap.view("float64", 3);
  early.set([1, 2, 3]);
  const before = heap.stats().size;
  const late = heap.view("uint8", before + 1);
  expect(heap.stats().size).toBeGreaterThan(before);
  expect([...early]).toEqual([1, 2, 3]);
  early[0] = 9;
  expect(new Float64Array(heap.memory.buffer, early.byteOffset, 1)[0]).toBe(9);
  expect(heap.owns(early) && heap.owns(late)).toBe(true);
});

test("allocate(bytes) reaches past 2 GiB and then names the size it cannot give", () => {
  const heap = new Heap();
  const low = heap.allocate(2 ** 31);
  const high = heap.allocate(2 ** 30);
  expect(high).toBeGreaterThanOrEqual(2 ** 31);
  const view = new Float64Array(heap.memory.buffer, high + 2 ** 30 - 64, 8);
  view.fill(1.5);
  expect(view[7]).toBe(1.5);
  expect(() => heap.allocate(2 ** 30 + 2 ** 20)).toThrow(/heap: \d+ bytes asked for.*4 GiB/);
  expect(heap.stats().used).toBe(2 ** 31 + 2 ** 30);
  heap.release(low);
  expect(heap.allocate(2 ** 30)).toBe(low);
});

test("the memory's limit leaves the last page out", () => {
  expect(limitBytes + pageBytes).toBe(2 ** 32);
});
