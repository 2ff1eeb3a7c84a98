import { bert } from "../../examples/bert.ts";
import { convNet } from "../../examples/convnet.ts";
import { gpt } from "../../examples/gpt.ts";
import type { Backend } from "../runtime/backend.ts";
import { createTrainer } from "../train/create-trainer.ts";
import { adamw, matricesOnly } from "../train/optimizer.ts";
import type { Build } from "../train/plan.ts";
import { encoderBatch, gptBatch, imageBatch } from "./batches.ts";
import type { Tensors } from "../runtime/backend.ts";

type Run = { readonly build: Build; readonly batch: (step: number) => Tensors };

const encoder = { vocabulary: 200, positions: 16, hidden: 32, layers: 2, heads: 2, classes: 3 };
const decoder = { vocabulary: 150, hidden: 32, heads: 2, inner: 48, layers: 2 };

/** Three small trainings that any backend can repeat: the same seed, the same batches. */
export const smallTrainings: Readonly<Record<string, Run>> = {
  bert: {
    build: (graph) => bert(graph, { ...encoder, dropout: 0.1 }),
    batch: (step) => encoderBatch(step * 10, encoder, 4, 9),
  },
  gpt: { build: (graph) => gpt(graph, decoder), batch: () => gptBatch(decoder.vocabulary) },
  convNet: {
    build: (graph) => convNet(graph, { size: 8, channels: 4, classes: 4 }),
    batch: imageBatch,
  },
};

/** The losses of 20 updates, by training. */
export async function trainSmall(backend: Backend): Promise<Record<string, number[]>> {
  const losses: Record<string, number[]> = {};
  for (const [name, { build, batch }] of Object.entries(smallTrainings)) {
    const optimizer = adamw({ learningRate: 3e-3, decays: matricesOnly });
    const trainer = await createTrainer({ build, optimizer, clipNorm: 1, seed: 11, backend });
    losses[name] = [];
    for (let step = 0; step < 20; step += 1) {
      losses[name].push((await trainer.step(batch(step))).loss);
    }
    losses[name].push((await trainer.evaluate(batch(0))).loss);
    await trainer.close();
  }
  return losses;
}
