import type { Task } from "../../data/example.ts";
import type { Polarity } from "./behaviour-test.ts";

const names: Readonly<Record<Polarity, readonly string[]>> = {
  negative: ["negative", "neg", "bad"],
  positive: ["positive", "pos", "good"],
};

/** The positions of the negative and the positive label, where a task has labels named so. */
export function polarityOf(task: Task): Readonly<Record<Polarity, number>> | undefined {
  if (task.kind !== "classes") return undefined;
  const labels = task.labels.map((label) => label.trim().toLowerCase());
  const at = (polarity: Polarity) => labels.findIndex((label) => names[polarity].includes(label));
  const found = { negative: at("negative"), positive: at("positive") };
  return found.negative < 0 || found.positive < 0 ? undefined : found;
}
