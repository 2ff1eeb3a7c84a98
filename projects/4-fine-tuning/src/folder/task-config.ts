import { z } from "zod";
import type { Task } from "../data/example.ts";

const problemTypes = {
  classes: "single_label_classification",
  "multi-label": "multi_label_classification",
  regression: "regression",
} as const;

/** What `config.json` says about a fine-tuned model's outputs, as Hugging Face's libraries read it. */
export function formatTask(task: Task): Record<string, unknown> {
  const labels = task.kind === "regression" ? ["value"] : task.labels;
  return {
    problem_type: problemTypes[task.kind],
    id2label: Object.fromEntries(labels.entries()),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  };
}

const taskFile = z.object({
  id2label: z.record(z.string().regex(/^\d+$/), z.string()),
  problem_type: z.enum(Object.values(problemTypes)).nullish(),
});

/** The task of a fine-tuned model's `config.json`. Throws when the file tells of none. */
export function parseTask(json: unknown, path = "config.json"): Task {
  const parsed = taskFile.safeParse(json);
  if (!parsed.success) {
    throw new Error(
      `${path}: expected id2label, as a fine-tuned model has it; this may be a pretrained model that was not fine-tuned\n${z.prettifyError(parsed.error)}`,
    );
  }
  const { id2label, problem_type: problem } = parsed.data;
  const count = Object.keys(id2label).length;
  const labels = Array.from({ length: count }, (_, id) => id2label[id]);
  if (labels.includes(undefined!)) throw new Error(`${path}: id2label does not count from 0`);
  if (problem === problemTypes.regression) return { kind: "regression" };
  return { kind: problem === problemTypes["multi-label"] ? "multi-label" : "classes", labels };
}
