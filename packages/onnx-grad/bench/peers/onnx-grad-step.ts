import * as og from "@ml-roadmap/onnx-grad";
import { bert, bertSizes } from "../../examples/bert.ts";
import { readRequest, wordIds } from "./request.ts";
import { serve } from "./serve.ts";

const { size, b, s, mode, threads } = readRequest();
const isLora = mode === "lora";
const config = {
  ...bertSizes(size),
  loraRank: isLora ? 8 : undefined,
  checkpointing: mode === "checkpoint",
};

const trainer = await og.createTrainer({
  build: (graph) => bert(graph, config),
  optimizer: og.adamw({ learningRate: 1e-4, decays: og.matricesOnly }),
  trainable: isLora ? (name) => /lora|^classifier|pooler/.test(name) : undefined,
  clipNorm: 1,
  threads,
});
const batches = Array.from({ length: 8 }, () => ({
  input_ids: og.int64(wordIds(b * s), [b, s]),
  token_type_ids: og.int64(new Array<number>(b * s).fill(0), [b, s]),
  attention_mask: og.int64(new Array<number>(b * s).fill(1), [b, s]),
  labels: og.int64(
    wordIds(b).map((id) => id % 2),
    [b],
  ),
}));
let turn = 0;
const step = (): Promise<unknown> => trainer.step(batches[(turn += 1) % batches.length]);
await serve(step, { node: process.versions.node });
