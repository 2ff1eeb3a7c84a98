import { expect, test } from "vitest";
import { bert } from "../examples/bert.ts";
import * as og from "../src/index.ts";
import { encoderBatch } from "../src/testing/batches.ts";

const config = { vocabulary: 2000, positions: 128, hidden: 64, layers: 2, heads: 2, classes: 2 };

test("one trainer takes batches of many shapes, and its memory does not grow with their number", async () => {
  const trainer = await og.createTrainer({
    build: (graph) => bert(graph, { ...config, dropout: 0.1 }),
  });
  const [memory, shapes] = [[0], new Set<string>()];
  for (let round = 0; round < 6; round += 1) {
    for (let i = 0; i < 60; i += 1) {
      const step = 60 * round + i;
      const [b, s] = [4 + ((7 * step) % 29), 8 + ((11 * step) % 120)];
      shapes.add(`${b} x ${s}`);
      await trainer.step(encoderBatch(step, config, b, s));
    }
    globalThis.gc?.();
    memory.push(process.memoryUsage.rss() / 2 ** 20);
  }
  await trainer.close();
  expect(shapes.size).toBe(360);
  // The first two rounds fill caches.
  expect(Math.max(...memory.slice(4)) - Math.max(...memory.slice(1, 3))).toBeLessThan(48);
});
