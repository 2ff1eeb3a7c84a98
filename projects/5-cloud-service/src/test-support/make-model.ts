import { fileURLToPath } from "node:url";
import { loadReviews } from "@ml-roadmap/datasets";
import { randomGenerator } from "@ml-roadmap/ndarray";
import * as og from "@ml-roadmap/onnx-grad";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { bert } from "./bert.ts";
import { madeUpReviews } from "./made-up-reviews.ts";
import { smallTokenizer, smallVocabulary } from "./small-tokenizer.ts";
import { writeModel } from "./write-model.ts";

// Makes fixtures/model, a sentiment model of a few hundred kilobytes that stands in where phase 4 has not been
// worked through yet (half a minute), and the fixed set that the gate's
// tests compare models on:
//
//   node projects/5-cloud-service/dist/src/test-support/make-model.js [FOLDER]

const [EPOCHS, BATCH, SEED] = [16, 32, 5];
const folder =
  process.argv[2] ?? fileURLToPath(new URL("../../../fixtures/model/", import.meta.url));

const reviews = await loadReviews();
const train = [...madeUpReviews(3000, 1), ...reviews.train];
const held = { "made up": madeUpReviews(500, 2), "review sentences": reviews.test };
const vocabulary = smallVocabulary(
  train.map(({ text }) => text),
  1200,
);
const sizes = {
  vocabulary: vocabulary.length,
  positions: 128,
  hidden: 64,
  layers: 2,
  heads: 2,
  classes: 2,
};
const { tokenizer, config } = smallTokenizer(vocabulary, sizes.positions);
const encode = new Tokenizer(tokenizer, config);

interface Example {
  text: string;
  label: number;
}

function feeds(examples: readonly Example[]): og.Tensors {
  const ids = examples.map(({ text }) => encode.encode(text).ids.slice(0, sizes.positions));
  const width = Math.max(...ids.map(({ length }) => length));
  const shape = [ids.length, width];
  const padded = ids.flatMap((row) => Array.from({ length: width }, (_, i) => row[i] ?? 0));
  const mask = ids.flatMap((row) =>
    Array.from({ length: width }, (_, i) => Number(i < row.length)),
  );
  return {
    input_ids: og.int64(padded, shape),
    attention_mask: og.int64(mask, shape),
    token_type_ids: og.int64(new Array<number>(padded.length).fill(0), shape),
    labels: og.int64(
      examples.map(({ label }) => label),
      [ids.length],
    ),
  };
}

function* batches(examples: readonly Example[], random = randomGenerator(SEED)) {
  const order = random.permutation(examples.length).toTyped("float64");
  for (let at = 0; at + 1 < order.length; at += BATCH) {
    yield feeds(Array.from(order.slice(at, at + BATCH), (i) => examples[i]));
  }
}

const optimizer = og.adamw({ learningRate: 1e-3, weightDecay: 0.01, decays: og.matricesOnly });
const trainer = await og.createTrainer({ build: bert(sizes), optimizer, clipNorm: 1 });
const random = randomGenerator(SEED);
const steps = EPOCHS * Math.ceil(train.length / BATCH);
await og.fit(trainer, () => batches(train, random), {
  epochs: EPOCHS,
  schedule: (step) => 1e-3 * Math.min(1, step / 50) * Math.max(0.05, 1 - step / steps),
});

const accuracies: Record<string, number> = {};
for (const [name, examples] of Object.entries(held)) {
  const { labels: _, ...inputs } = feeds(examples);
  const { logits } = await trainer.predict(inputs);
  const data = Array.from(logits.data, Number);
  const right = examples.filter(
    ({ label }, i) => Number(data[2 * i + 1] > data[2 * i]) === label,
  ).length;
  accuracies[name] = right / examples.length;
}
await writeModel(folder, {
  sizes,
  weights: await trainer.weights(),
  vocabulary,
  labels: ["negative", "positive"],
});
await trainer.close();
const lines = madeUpReviews(300, 3).map(({ text, label }) => {
  const slice = /\b(?:not|never|nothing)\b/.test(text) ? "negated" : "plain";
  return JSON.stringify({ text, label: label === 1 ? "positive" : "negative", slice });
});
await writeFile(join(folder, "../gate.jsonl"), `${lines.join("\n")}\n`);
await writeFile(
  join(folder, "README.md"),
  `# A small sentiment model

Two layers of BERT, ${vocabulary.length} pieces, trained on ${train.length} short sentences: made-up ones and the reviews that come with
the course. Right on ${Object.entries(accuracies)
    .map(([name, value]) => `${(100 * value).toFixed(1)}% of held-out ${name}`)
    .join(", ")}: it is there so that
phase 5 has something to serve before phase 4 is done, not to be good.
`,
);
console.log(accuracies);
