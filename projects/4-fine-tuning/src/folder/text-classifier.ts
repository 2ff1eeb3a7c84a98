import { encodeModel, exportModel, onnxNode, type Session } from "@ml-roadmap/onnx-grad";
import type { Task } from "../data/example.ts";
import { probabilitiesOf } from "../evaluation/probabilities.ts";
import { textModel } from "../models/text-model.ts";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";
import { TextBatches } from "../training/text-batches.ts";
import { predictLogits } from "../training/predict-logits.ts";
import { parseTask } from "./task-config.ts";

// N texts, K outputs.

/** A text, or two. */
export interface Texts {
  readonly text: string;
  readonly pair?: string;
}

/** A fine-tuned model that is ready to answer. */
export interface TextClassifier {
  readonly task: Task;
  /** The model's outputs, `(N, K)`. */
  logits(texts: readonly Texts[]): Promise<Float32Array>;
  /**
   * `(N, K)`: probabilities of the classes, which add up to 1; of each label by itself; for regression
   * the numbers as they are.
   */
  predict(texts: readonly Texts[]): Promise<Float32Array>;
  close(): Promise<void>;
}

export interface ClassifierOptions {
  /** Threads for one operator (default 1). */
  readonly threads?: number;
  /** "int8" computes as the exported 8-bit model does (default "float32"). */
  readonly precision?: "float32" | "int8";
}

/** Opens the folder of a fine-tuned model. Throws when it is a pretrained one, or when its files do not fit together. */
export async function loadClassifier(
  folder: string,
  { threads = 1, precision = "float32" }: ClassifierOptions = {},
): Promise<TextClassifier> {
  const { config, json, tokenizer, tensors } = await loadPretrained(folder);
  const task = parseTask(json, `${folder}/config.json`);
  const build = (graph: Parameters<typeof textModel>[0]) => textModel(graph, config, task);
  const { weights, fresh } = fittingWeights(build, tensors);
  if (fresh.length > 0) {
    throw new Error(
      `${folder}: the weights of the head are missing (${fresh.join(", ")}): fine-tune the model first`,
    );
  }
  const model = encodeModel(exportModel({ build, weights, precision }));
  const session = await onnxNode.createSession(model, { threads });
  const logits = (texts: readonly Texts[]): Promise<Float32Array> => {
    const examples = texts.map((text) => ({ ...text, target: 0 }));
    const batches = new TextBatches(examples, task, tokenizer, config.positions);
    return predictLogits((batch) => run(session, batch), batches, task);
  };
  return {
    task,
    logits,
    predict: async (texts) => {
      const outputs = await logits(texts);
      return task.kind === "regression"
        ? outputs
        : Float32Array.from(probabilitiesOf(outputs, task));
    },
    close: () => session.release(),
  };
}

function run(session: Session, batch: ReturnType<TextBatches["inputs"]>) {
  const feeds = Object.fromEntries(session.inputNames.map((name) => [name, batch[name]]));
  return session.run(feeds, { logits: null });
}
