import { seededNormal } from "@ml-roadmap/testing";
import type { Example, Task, TextData } from "../../data/example.ts";
import { findProblems } from "../../data/find-problems.ts";
import { judge } from "../../evaluation/judge.ts";
import type { Predict } from "../../evaluation/predict.ts";
import { outputCount } from "../../data/example.ts";
import type { FineTuningResults } from "../results.ts";
import { summariseData } from "../summarise-data.ts";

const subjects = ["film", "book", "hotel", "phone"];
const words = [
  ["dull", "cold", "poor", "long & loud"],
  ["warm", "funny", "good", "splendid & new"],
];

function examples(
  count: number,
  seed: number,
  target: (polarity: number) => Example["target"],
): Example[] {
  return Array.from({ length: count }, (_, i) => {
    const polarity = (i + seed) % 2;
    const subject = subjects[(i * 7 + seed) % 4];
    const text = `The ${subject} number ${i} was ${words[polarity][(i + seed) % 4]}${" and so on".repeat(i % 5)}.`;
    return { text, target: target(polarity), tags: { domain: subject } };
  });
}

const tasks: Readonly<
  Record<Task["kind"], { task: Task; target: (polarity: number) => Example["target"] }>
> = {
  classes: {
    task: { kind: "classes", labels: ["negative", "positive"] },
    target: (polarity) => polarity,
  },
  "multi-label": {
    task: { kind: "multi-label", labels: ["praise", "blame"] },
    target: (polarity) => [polarity, 1 - polarity],
  },
  regression: { task: { kind: "regression" }, target: (polarity) => 1 + 4 * polarity },
};

/** Logits that are mostly right, as a model's are. */
function logitsOf(some: readonly Example[], task: Task, seed: number): Float32Array {
  const noise = seededNormal(seed, some.length * outputCount(task), { std: 1.2 });
  return Float32Array.from(noise, (e, at) => {
    const { target } = some[Math.floor(at / outputCount(task))];
    const k = at % outputCount(task);
    if (task.kind === "regression") return Number(target) + e;
    return 3 * (typeof target === "number" ? Number(target === k) : target[k] - 0.5) + e;
  });
}

/** Says positive for words of praise. */
const predict: Predict = (texts) => {
  const yes = texts.map((text) => (/warm|funny|good|splendid|love|great/u.test(text) ? 0.9 : 0.15));
  return Promise.resolve({ probabilities: Float32Array.from(yes.flatMap((p) => [1 - p, p])) });
};

/** Results of a run as a train command would gather them, on made-up texts and answers. */
export async function sampleResults(kind: Task["kind"]): Promise<FineTuningResults> {
  const { task, target } = tasks[kind];
  const data: TextData = {
    name: "sample",
    description: "Made-up sentences, to look at a report with.",
    task,
    train: examples(200, 1, target),
    validation: examples(60, 2, target),
    test: examples(120, 4, target),
  };
  const judgement = await judge({
    task,
    examples: data.test,
    logits: logitsOf(data.test, task, 5),
    temperature: 1.4,
    baseline: {
      name: "TF-IDF + logistic regression",
      logits: logitsOf(data.test, task, 6).map((z) => z / 2),
    },
    ...(kind === "classes" && { predict }),
  });
  const steps = Array.from({ length: 12 }, (_, i) => 10 * (i + 1));
  return {
    createdAt: "2026-01-02T03:04:05.000Z",
    command: "finetune --data sample --seed 1",
    model: {
      name: "sample-model",
      base: "roadmap-bert",
      licence: "MIT",
      architecture: "BERT, 4 layers of 256, 4 heads",
      parameters: 5_312_770,
      trainedParameters: 66_050,
      method: "LoRA of rank 8",
      maxLength: 64,
    },
    data: summariseData(data, findProblems(data), "MIT"),
    settings: { seed: 1, epochs: 3, "learning rate": 5e-4, batch: 16 },
    curves: {
      trainingLoss: steps.map((step) => ({ step, value: 0.7 * Math.exp(-step / 60) })),
      validationLoss: steps
        .slice(1)
        .map((step) => ({ step, value: 0.3 + 0.4 * Math.exp(-step / 40) })),
      validationScore: steps
        .slice(1)
        .map((step) => ({ step, value: 0.9 - 0.4 * Math.exp(-step / 30) })),
      scoreName: judgement.scores[0].name,
      bestStep: 90,
    },
    judgement,
    seeds: [
      { name: "fine-tuned", values: [0.86, 0.84, 0.87].map((value, seed) => ({ seed, value })) },
      {
        name: "the same net from random weights",
        values: [0.7, 0.72, 0.69].map((value, seed) => ({ seed, value })),
      },
    ],
    time: { trainingSeconds: 41.2, totalSeconds: 55, tokensPerSecond: 8123.4 },
  };
}
