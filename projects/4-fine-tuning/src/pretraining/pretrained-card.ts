import { wholeHistory, type Stage } from "./stages.ts";

export interface CardFacts {
  /** At least one; the last one has points. */
  readonly stages: readonly Stage[];
  /** Of the texts that were read. */
  readonly tokens: number;
  readonly sequences: number;
}

/** The model card of roadmap-bert, in Hugging Face's format. */
export function pretrainedCard({ stages, tokens, sequences }: CardFacts): string {
  const last = wholeHistory(stages).at(-1)!;
  const shares = [...new Set(stages.map(({ options }) => percent(options.share)))];
  const seen = stages.reduce((sum, { options }) => sum + options.steps * options.batchSize, 0);
  const updates = stages.map(
    ({ options: { steps, batchSize } }) =>
      `${steps.toLocaleString("en")} updates of ${batchSize} sequences`,
  );
  return `---
language: en
library_name: transformers.js
pipeline_tag: fill-mask
license: mit
datasets:
  - imdb
---

# roadmap-bert

A small English encoder (BERT, 4 layers of 256, 8,000 word pieces, 5.3 million weights kept as float16), made to be
fine-tuned: it is what this project fine-tunes when there is no network.

- **Task in training**: guess hidden words (masked language modelling, whole words, ${shares.join(", then ")} of them hidden).
- **Data**: the 75,000 reviews of IMDB's training and unlabelled parts (Maas et al. 2011), without their labels;
  ${tokens.toLocaleString("en")} tokens. The test part was not used. The vocabulary was learned from the same texts.
- **Training**: ${updates.join(", then ")} of at most 128 tokens, that is ${(seen / sequences).toFixed(1)} passes over the texts.
- **Result**: loss ${last.validationLoss.toFixed(3)} nats on held-out sequences; ${percent(last.validationAccuracy)} of the hidden pieces guessed at the first try.

![Loss by step](loss.svg)

Made by

\`\`\`sh
node dist/src/cli.js tokenizer train --out tokenizer
${stages.map((_, i) => commandLine(stages, i)).join("\n")}
\`\`\`

## Limits

It has read film reviews only, in English, lower case, 128 tokens at a time: other texts are foreign to it. It has taken over
what those reviews think and take for granted of people. It is small: use a larger checkpoint (\`--model org/name\`)
where accuracy counts.

Fine-tuned here, its classifier takes the mean of a text's tokens (\`"classifier_pooling": "mean"\` in \`config.json\`), which the
exported ONNX files do by themselves; PyTorch's \`BertForSequenceClassification\` takes the first token whatever the file says.
`;
}

/** The command that makes a stage from what the stage before wrote. */
function commandLine(stages: readonly Stage[], index: number): string {
  const { options } = stages[index];
  const folder = (i: number) => (i === stages.length - 1 ? "roadmap-bert" : `stage-${i + 1}`);
  const flags = {
    tokenizer: "tokenizer",
    ...(index === 0 ? {} : { from: folder(index - 1) }),
    out: folder(index),
    steps: options.steps,
    warmup: options.warmup,
    decay: options.decay,
    "learning-rate": options.learningRate,
    "batch-size": options.batchSize,
    share: options.share,
    seed: options.seed,
  };
  const given = Object.entries(flags).map(([name, value]) => `--${name} ${value}`);
  return `node dist/src/cli.js pretrain ${given.join(" ")}`;
}

function percent(share: number): string {
  return `${+(100 * share).toFixed(1)}%`;
}
