import { accuracy, mcnemar } from "@ml-roadmap/metrics";

// N examples of the fixed set.

/** What a model did on the fixed set. */
export interface Evaluation {
  /** Its classes (N) for the examples, by number. */
  predictions: readonly number[];
  /** Processor time of a text that comes alone, in ms. */
  milliseconds: number;
  /** Size of the model that would be served. */
  bytes: number;
}

/** The fixed set: what is right, and to which slice each example belongs. */
export interface FixedSet {
  truth: readonly number[];
  slices: readonly string[];
}

/** What a challenger must keep to. */
export interface GateLimits {
  /** How much lower its accuracy may be than the champion's, when that may be chance. */
  maxDrop: number;
  /** McNemar's p-value below which a lower accuracy is no chance. */
  alpha: number;
  /** Least accuracy on each slice of at least `sliceSize` examples. */
  sliceFloor: number;
  sliceSize: number;
  /** Most processor time of a text, as a multiple of the champion's. */
  maxSlowdown: number;
  maxBytes: number;
}

export interface Check {
  name: string;
  passes: boolean;
  /** What was found and what was expected. */
  detail: string;
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/**
 * Whether a challenger may take the champion's place: all checks, also those after the first that fails.
 *
 * - `accuracy`: at least the champion's, or lower by at most `maxDrop` where McNemar's test finds no
 *   difference (p >= `alpha`). Without a champion it passes.
 * - `slice <name>`, in the order in which slices appear, those below `sliceSize` left out: accuracy >= `sliceFloor`.
 * - `speed`: `milliseconds` <= `maxSlowdown` times the champion's. Without a champion it passes.
 * - `size`: `bytes` <= `maxBytes`.
 */
export function decide(
  set: FixedSet,
  challenger: Evaluation,
  champion: Evaluation | undefined,
  limits: GateLimits,
): Check[] {
  //#region solution 5.6 every check of a challenger
  const checks: Check[] = [];
  const check = (name: string, passes: boolean, detail: string) =>
    checks.push({ name, passes, detail });
  const { truth, slices } = set;
  const own = accuracy(truth, challenger.predictions);
  if (champion) {
    const theirs = accuracy(truth, champion.predictions);
    const { pValue } = mcnemar(truth, challenger.predictions, champion.predictions);
    // In whole examples: 0.95 - 0.94 is a little more than 0.01.
    const drop = Math.round((theirs - own) * truth.length) / truth.length;
    const passes = own >= theirs || (drop <= limits.maxDrop && pValue >= limits.alpha);
    check(
      "accuracy",
      passes,
      `${percent(own)}, champion ${percent(theirs)}, p ${pValue.toPrecision(2)}`,
    );
  } else check("accuracy", true, `${percent(own)}, no champion`);
  for (const slice of new Set(slices)) {
    const rows = [...slices.keys()].filter((i) => slices[i] === slice);
    if (rows.length < limits.sliceSize) continue;
    const right = rows.filter((i) => challenger.predictions[i] === truth[i]).length / rows.length;
    check(
      `slice ${slice}`,
      right >= limits.sliceFloor,
      `${percent(right)} of ${rows.length}, floor ${percent(limits.sliceFloor)}`,
    );
  }
  const most = limits.maxSlowdown * (champion?.milliseconds ?? Infinity);
  check(
    "speed",
    challenger.milliseconds <= most,
    `${challenger.milliseconds.toFixed(2)} ms a text, ${champion ? `at most ${most.toFixed(2)}` : "no champion"}`,
  );
  check(
    "size",
    challenger.bytes <= limits.maxBytes,
    `${challenger.bytes} bytes, at most ${limits.maxBytes}`,
  );
  return checks;
  //#endregion
}
