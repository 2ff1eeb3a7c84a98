import type { PretrainPoint } from "./pretrain.ts";

export interface CardFacts {
  /** The command line that made the model. */
  readonly command: string;
  readonly history: readonly PretrainPoint[];
  readonly tokens: number;
  readonly sequences: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly share: number;
}

/** The model card of roadmap-bert, in Hugging Face's format. */
export function pretrainedCard(facts: CardFacts): string {
  const { command, history, tokens, steps, batchSize, share } = facts;
  const last = history[history.length - 1];
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

- **Task in training**: guess hidden words (masked language modelling, whole words, ${percent(share)} of them hidden).
- **Data**: the 75,000 reviews of IMDB's training and unlabelled parts (Maas et al. 2011), without their labels;
  ${tokens.toLocaleString("en")} tokens. The test part was not used. The vocabulary was learned from the same texts.
- **Training**: ${steps.toLocaleString("en")} updates of ${batchSize} sequences of at most 128 tokens, that is ${epochs(facts)} passes over the texts.
- **Result**: loss ${last.validationLoss.toFixed(3)} nats on held-out sequences; ${percent(last.validationAccuracy)} of the hidden pieces guessed at the first try.

![Loss by step](loss.svg)

Made by

\`\`\`sh
node dist/src/cli.js tokenizer train --out tokenizer
${command}
\`\`\`

## Limits

It has read film reviews only, in English, lower case, 128 tokens at a time: other texts are foreign to it. It has taken over
what those reviews think and take for granted of people. It is small: use a larger checkpoint (\`--model org/name\`)
where accuracy counts.

Fine-tuned here, its classifier takes the mean of a text's tokens (\`"classifier_pooling": "mean"\` in \`config.json\`), which the
exported ONNX files do by themselves; PyTorch's \`BertForSequenceClassification\` takes the first token whatever the file says.
`;
}

function percent(share: number): string {
  return `${+(100 * share).toFixed(1)}%`;
}

function epochs({ steps, batchSize, sequences }: CardFacts): string {
  return ((steps * batchSize) / sequences).toFixed(1);
}
