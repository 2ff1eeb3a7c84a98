import { int64 } from "@ml-roadmap/onnx-grad";
import { expect, test } from "vitest";
import type { Task } from "../data/example.ts";
import { roadmapBert } from "../models/roadmap-bert.ts";
import { createTextTrainer } from "./create-text-trainer.ts";
import { defaultOptions } from "./defaults.ts";
import { padded } from "./padded.ts";

const task: Task = { kind: "classes", labels: ["negative", "positive"] };

/** 16 texts of 10 to 40 tokens: enough for ONNX Runtime to deal its operators out. */
function batch(number: number) {
  const texts = Array.from({ length: 16 }, (_, row) => {
    const ids = Array.from({ length: 10 + 2 * row }, (_, i) => 5 + ((number * 7919 + i * 31) % 90));
    return { ids, types: ids.map(() => 0) };
  });
  return {
    ...padded(texts, 0),
    labels: int64(
      texts.map((_, row) => row % 2),
      [texts.length],
    ),
  };
}

/** All weights after two updates of a network from random weights. */
async function trained(mode: "full" | "lora", threads: number) {
  const trainer = await createTextTrainer(roadmapBert, task, {}, defaultOptions(mode), { threads });
  try {
    for (const number of [1, 2]) await trainer.step(batch(number), { learningRate: 1e-3 });
    return await trainer.weights();
  } finally {
    await trainer.close();
  }
}

// With more, ONNX Runtime cuts products into other blocks and rounds otherwise.
test.each(["full", "lora"] as const)(
  "mode %s: the weights have the same bits with one thread and with two",
  async (mode) => {
    const alone = await trained(mode, 1);
    const together = await trained(mode, 2);
    expect(Object.keys(together)).toEqual(Object.keys(alone));
    const different = Object.keys(alone).filter(
      (name) => !Buffer.from(alone[name].buffer).equals(Buffer.from(together[name].buffer)),
    );
    expect(different).toEqual([]);
  },
);
