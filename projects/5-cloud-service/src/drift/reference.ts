import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UnusableModel } from "../model/unusable-model.ts";
import type { Observation } from "./observation.ts";

// K classes.

/** The file of a model's folder that says what it saw in training; it is made with `drift reference`. */
export const REFERENCE_FILE = "drift.json";

const BINS = 10;
/** Values of the reference that are kept for the Kolmogorov-Smirnov statistic. */
const SAMPLE = 1000;

const numbers = z.array(z.number());

export const referenceSchema = z.object({
  texts: z.number().int().positive(),
  labels: z.array(z.string()).min(2),
  /** Predictions of each label (K). */
  labelCounts: numbers,
  /** Inner edges of the bins of the counts of tokens, and what each bin counts. */
  tokenEdges: numbers,
  tokenCounts: numbers,
  /** Counts of tokens, some of them, in order. */
  tokenSample: numbers,
  /** Bins of the probability of the predicted label. */
  scoreEdges: numbers,
  scoreCounts: numbers,
  /** Share of tokens that the vocabulary does not know. */
  unknownRate: z.number(),
});

/** What inputs and predictions looked like when all was well. */
export type Reference = z.infer<typeof referenceSchema>;

/** Sums up what a model says of the texts that it should see. */
export function makeReference(
  labels: readonly string[],
  observations: readonly Observation[],
): Reference {
  const sorted = (of: (one: Observation) => number) =>
    observations.map(of).toSorted((a, b) => a - b);
  const tokens = sorted((one) => one.tokens);
  const scores = sorted((one) => one.score);
  const [tokenEdges, scoreEdges] = [quantileEdges(tokens), quantileEdges(scores)];
  const all = tokens.reduce((sum, count) => sum + count, 0);
  const unknown = observations.reduce((sum, one) => sum + one.unknown, 0);
  const step = Math.max(1, tokens.length / SAMPLE);
  return {
    texts: observations.length,
    labels: [...labels],
    labelCounts: countLabels(labels, observations),
    tokenEdges,
    tokenCounts: histogram(tokens, tokenEdges),
    tokenSample: Array.from(
      { length: Math.min(SAMPLE, tokens.length) },
      (_, i) => tokens[Math.floor(i * step)],
    ),
    scoreEdges,
    scoreCounts: histogram(scores, scoreEdges),
    unknownRate: unknown / all,
  };
}

/** Inner edges that cut sorted values into about equal parts; equal ones are one. */
function quantileEdges(sorted: readonly number[]): number[] {
  const edges = Array.from(
    { length: BINS - 1 },
    (_, i) => sorted[Math.floor(((i + 1) / BINS) * sorted.length)],
  );
  return [...new Set(edges)];
}

/** How many values are in each bin; a bin holds what is at least its lower edge. */
export function histogram(values: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value < edge);
    counts[bin < 0 ? edges.length : bin] += 1;
  }
  return counts;
}

export function countLabels(
  labels: readonly string[],
  observations: readonly Observation[],
): number[] {
  return labels.map((label) => observations.filter((one) => one.label === label).length);
}

/** The reference in a model's folder; undefined when it has none. Throws `UnusableModel` when it is damaged. */
export async function readReference(folder: string): Promise<Reference | undefined> {
  const path = join(folder, REFERENCE_FILE);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return referenceSchema.parse(JSON.parse(text));
  } catch {
    throw new UnusableModel(`${path} is damaged: make it again with drift reference`);
  }
}
