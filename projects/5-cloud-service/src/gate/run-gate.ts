export { defaultLimits } from "./default-limits.ts";
import { accuracy } from "@ml-roadmap/metrics";
import { readLabelledTexts } from "../data/labelled-text.ts";
import { readModelFolder } from "../model/read-model-folder.ts";
import type { Precision } from "../model/precision.ts";
import { UnusableModel } from "../model/unusable-model.ts";
import { decide, type Check, type GateLimits } from "./decide.ts";
import { evaluate } from "./evaluate.ts";

/** What the gate has found. */
export interface Verdict {
  passes: boolean;
  checks: Check[];
  /** The challenger's on the fixed set; none when it could not be run. */
  accuracy?: number;
}

export interface GateOptions {
  /** The challenger's folder. */
  challenger: string;
  /** The champion's; left out when there is none yet. */
  champion?: string;
  /** The fixed set: JSON lines with text, label and slice. */
  data: string;
  precision: Precision;
  limits: GateLimits;
}

/**
 * Compares two models on the fixed set. A challenger that cannot be run is refused; a champion that cannot
 * be run, or a set that cannot be read, is an error, because then nothing was found out.
 */
export async function runGate(options: GateOptions): Promise<Verdict> {
  const { challenger, champion, data, precision, limits } = options;
  const refuse = (name: string, detail: string): Verdict => ({
    passes: false,
    checks: [{ name, passes: false, detail }],
  });
  let labels: string[];
  try {
    ({ labels } = await readModelFolder(challenger));
  } catch (error) {
    if (error instanceof UnusableModel) return refuse("loads", error.message);
    throw error;
  }
  const examples = await readLabelledTexts(data, labels);
  const theirs = champion === undefined ? undefined : await evaluate(champion, examples, precision);
  if (theirs && theirs.labels.join() !== labels.join()) {
    return refuse("labels", `${labels.join(", ")}; the champion has ${theirs.labels.join(", ")}`);
  }
  let own: Awaited<ReturnType<typeof evaluate>>;
  try {
    own = await evaluate(challenger, examples, precision);
  } catch (error) {
    // Whatever a model throws when it is run: that one is not served.
    return refuse("runs", error instanceof Error ? error.message : String(error));
  }
  const set = {
    truth: examples.map(({ label }) => label),
    slices: examples.map(({ slice }) => slice),
  };
  const loads = { name: "loads", passes: true, detail: labels.join(", ") };
  const checks = [loads, ...decide(set, own, theirs, limits)];
  return {
    passes: checks.every(({ passes }) => passes),
    checks,
    accuracy: accuracy(set.truth, own.predictions),
  };
}
