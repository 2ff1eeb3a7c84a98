import { expect, test } from "vitest";
import * as np from "../index.ts";
import { Pacing } from "./pacing.ts";
import { threadPool } from "./pool.ts";

const random = np.randomGenerator(7);

test("threadPool() shares products whose bits are those of one thread", async () => {
  const cases = ([[300, 300, 300], [1000, 130, 100], [70, 900, 210], [257, 511, 129]] as const).flatMap(
    ([m, n, k]) => (["float32", "float64"] as const).map((dtype) => ({ m, n, k, dtype })),
  ); // prettier-ignore
  const inputs = cases.map(({ m, n, k, dtype }) => {
    const a = random.normal(0, 1, [m, k]).astype(dtype);
    const b = random.normal(0, 1, [n, k]).astype(dtype).T;
    return { a, b, at: np.toHeap(a.T).T, bt: np.toHeap(b) };
  });
  const single = inputs.map(({ a, b }) => np.matmul(a, b).toTyped());
  await using pool = await threadPool({ threads: 3 });
  expect(pool.threads).toBe(3);
  for (let round = 0; round < 20; round++)
    inputs.forEach(({ at, bt }, i) => {
      const found = np.scope(() => np.matmul(at, bt).toTyped().slice());
      if (Buffer.compare(Buffer.from(found.buffer), Buffer.from(single[i].buffer)) !== 0)
        expect.fail(`round ${round}, case ${JSON.stringify(cases[i])}`);
    });
  for (const { at, bt } of inputs) np.release(at, bt);
});

test("a pool also serves a fused layer and arrays outside of the heap", async () => {
  const x = random.normal(0, 1, [400, 300]).astype("float32");
  const w = random.normal(0, 1, [300, 200]).astype("float32");
  const bias = random.normal(0, 1, [200]).astype("float32");
  const expected = np.fused.linear(x, w, bias, { activation: "relu" }).toTyped();
  await using pool = await threadPool({ threads: 2 });
  expect(pool.threads).toBe(2);
  expect(np.fused.linear(x, w, bias, { activation: "relu" }).toTyped()).toEqual(expected);
  const found = np.scope(() =>
    np.fused.linear(x, w, bias, { activation: "relu" }).toTyped().slice(),
  );
  expect(found).toEqual(expected);
});

test("close() ends the workers, gives the memory back and may be called again", async () => {
  await (await threadPool({ threads: 2 })).close();
  const before = np.kernels().heap;
  const pool = await threadPool({ threads: 2 });
  expect(np.kernels().heap.used).toBeGreaterThan(before.used);
  await expect(threadPool()).rejects.toThrow("a pool is open already");
  await pool.close();
  await pool.close();
  expect(np.kernels().heap).toEqual(before);
});

test("threadPool refuses numbers of threads that make no sense; one thread is the caller", async () => {
  for (const threads of [0, 1.5, -2, 1000])
    await expect(threadPool({ threads })).rejects.toThrow(
      `expected 1 to 64 threads, found ${threads}`,
    );
  const pool = await threadPool({ threads: 1 });
  expect(pool.threads).toBe(1);
  await pool.close();
});

test("Pacing rests after a wait, twice as long after the next, and recovers", () => {
  const pacing = new Pacing();
  const rests = (): number => {
    let count = 0;
    while (!pacing.shouldShare()) count++;
    return count;
  };
  expect(rests()).toBe(0);
  pacing.note(10, 5);
  expect(rests()).toBe(4);
  pacing.note(10, 5);
  expect(rests()).toBe(8);
  pacing.note(10, 1);
  expect(rests()).toBe(0);
  pacing.note(10, 5);
  expect(rests()).toBe(8);
  pacing.note(0.2, 0.09);
  expect(rests()).toBe(0);
});
