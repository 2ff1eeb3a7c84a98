import * as og from "@ml-roadmap/onnx-grad";
import type { Task } from "../../src/data/example.ts";
import { roadmapBert } from "../../src/models/roadmap-bert.ts";
import { textModel } from "../../src/models/text-model.ts";
import { createTextTrainer } from "../../src/training/create-text-trainer.ts";
import { defaultOptions } from "../../src/training/defaults.ts";
import { padded } from "../../src/training/padded.ts";
import type { Work } from "./work.ts";

const task: Task = { kind: "classes", labels: ["negative", "positive"] };

/** The work's batches, with ids of no meaning. */
function batchesOf({ lengths }: Work) {
  return lengths.map((batch, number) => ({
    ...padded(
      batch.map((length, row) => ({
        ids: Array.from(
          { length },
          (_, i) => 5 + ((number * 7919 + row * 104_729 + i * 31) % 7990),
        ),
        types: new Array<number>(length).fill(0),
      })),
      0,
    ),
    labels: og.int64(
      batch.map((_, row) => row % 2),
      [batch.length],
    ),
  }));
}

/** An update on each of the work's batches. */
export async function trainingRun(mode: "full" | "lora", work: Work) {
  const trainer = await createTextTrainer(roadmapBert, task, {}, defaultOptions(mode));
  const batches = batchesOf(work);
  return {
    async run() {
      for (const batch of batches) await trainer.step(batch, { learningRate: 1e-4 });
    },
    close: () => trainer.close(),
  };
}

/** The exported model's answers for the work's batches. */
export async function exportedRun(precision: "float32" | "int8", work: Work) {
  const build = (graph: og.Graph) => textModel(graph, roadmapBert, task);
  const trainer = await og.createTrainer({ build });
  const weights = await trainer.weights();
  await trainer.close();
  const model = og.encodeModel(og.exportModel({ build, weights, precision }));
  const session = await og.onnxNode.createSession(model);
  const batches = batchesOf(work).map(({ input_ids, attention_mask, token_type_ids }) => ({
    input_ids,
    attention_mask,
    token_type_ids,
  }));
  return {
    async run() {
      for (const batch of batches) await session.run(batch, { logits: null });
    },
    close: () => session.release(),
  };
}
