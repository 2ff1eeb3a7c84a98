import { join } from "node:path";
import { UnusableModel } from "./unusable-model.ts";
import * as ort from "onnxruntime-node";
import { bucketByLength } from "./bucket-by-length.ts";
import { textEncoder, type EncodedText } from "./encode-texts.ts";
import { readModelFolder } from "./read-model-folder.ts";
import { modelFile, type Precision } from "./precision.ts";
import { softmaxRow } from "./softmax-row.ts";

export { precisions } from "./precision.ts";
export type { Precision } from "./precision.ts";

// N texts, K classes, B rows of a batch, S its width in tokens.

export interface ClassifierOptions {
  precision: Precision;
  /** Threads of one prediction. */
  threads?: number;
  /** The most tokens, padding included, that are computed at once. */
  maxTokens?: number;
}

/** What a classifier says of texts. */
export interface Classified {
  /** (N, K), rows that sum to 1. */
  probabilities: Float32Array;
  /** (N) tokens of the whole text. */
  tokens: Int32Array;
  /** (N) tokens that the vocabulary does not know. */
  unknown: Int32Array;
}

export interface TextClassifier {
  labels: readonly string[];
  classify(texts: readonly string[]): Promise<Classified>;
  close(): Promise<void>;
}

/** Loads a folder as phase 4 writes it. Throws `UnusableModel` when it cannot be used. */
export async function loadClassifier(
  folder: string,
  options: ClassifierOptions,
): Promise<TextClassifier> {
  const { precision, threads = 1, maxTokens = 4096 } = options;
  const model = await readModelFolder(folder);
  const { labels, pad } = model;
  const K = labels.length;
  const encode = textEncoder(model);
  const path = join(folder, modelFile(precision));
  const session = await ort.InferenceSession.create(path, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    // Shapes differ from batch to batch, so a plan of memory for one would be made again and again.
    enableMemPattern: false,
    logSeverityLevel: 3,
  }).catch((error: unknown) => {
    throw new UnusableModel(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const missing = ["input_ids", "attention_mask"].find(
    (name) => !session.inputNames.includes(name),
  );
  if (missing !== undefined || !session.outputNames.includes("logits")) {
    throw new UnusableModel(
      `${path}: expected ${missing ?? "an output logits"}, found ${session.inputNames.join(", ")}`,
    );
  }

  /** Logits (B, K) of rows padded to the longest. */
  async function run(rows: readonly EncodedText[]): Promise<Float32Array> {
    const S = Math.max(...rows.map(({ ids }) => ids.length));
    const shape = [rows.length, S];
    const ids = new BigInt64Array(rows.length * S).fill(BigInt(pad));
    const mask = new BigInt64Array(rows.length * S);
    for (const [b, row] of rows.entries()) {
      for (const [s, id] of row.ids.entries()) {
        ids[b * S + s] = BigInt(id);
        mask[b * S + s] = 1n;
      }
    }
    const feeds: Record<string, ort.Tensor> = {
      input_ids: new ort.Tensor("int64", ids, shape),
      attention_mask: new ort.Tensor("int64", mask, shape),
    };
    if (session.inputNames.includes("token_type_ids")) {
      feeds["token_type_ids"] = new ort.Tensor("int64", new BigInt64Array(ids.length), shape);
    }
    const { logits } = await session.run(feeds, ["logits"]);
    const { data } = logits;
    if (!(data instanceof Float32Array) || data.length !== rows.length * K) {
      const found = `${logits.type} (${logits.dims.join(", ")})`;
      throw new UnusableModel(
        `${path}: expected logits float32 (${rows.length}, ${K}), found ${found}`,
      );
    }
    return data;
  }

  return {
    labels,
    async classify(texts) {
      const encoded = texts.map(encode);
      const probabilities = new Float32Array(texts.length * K);
      const lengths = encoded.map(({ ids }) => ids.length);
      for (const batch of bucketByLength(lengths, maxTokens)) {
        const logits = await run(batch.map((row) => encoded[row]));
        for (const [b, row] of batch.entries()) {
          softmaxRow(logits.subarray(b * K, (b + 1) * K), probabilities.subarray(row * K));
        }
      }
      return {
        probabilities,
        tokens: Int32Array.from(encoded, ({ tokens }) => tokens),
        unknown: Int32Array.from(encoded, ({ unknown }) => unknown),
      };
    },
    close: () => session.release(),
  };
}
