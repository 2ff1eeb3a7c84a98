import type { Example, Task, TextData } from "./example.ts";
import { nearKey } from "./near-duplicates.ts";
import { plural, problem, quoted, type Problem } from "./problem.ts";

/** About as many words as 512 WordPiece tokens hold. */
const usualWords = 380;
const rareRows = 10;
const imbalanceRatio = 4;

export interface LengthLimit {
  /** A text's length; default: its words. */
  readonly lengthOf?: (text: string) => number;
  /** Longer texts are reported, since a model sees their beginning only; default 380 words. */
  readonly maxLength?: number;
}

/** What to know about data that are split: leaks, duplicates, contradictions, imbalance, long texts. */
export function findProblems(data: TextData, limit: LengthLimit = {}): Problem[] {
  return [...copies(data), ...balance(data.task, data.train), ...tooLong(data, limit)];
}

interface Seen {
  readonly part: string;
  readonly example: Example;
}

function copies({ train, validation, test }: TextData): Problem[] {
  const first = new Map<string, Seen>();
  const [leaks, repeats, conflicts]: string[][] = [[], [], []];
  for (const [part, examples] of Object.entries({ train, validation, test })) {
    for (const example of examples) {
      const key = nearKey(example);
      const seen = first.get(key);
      if (!seen) {
        first.set(key, { part, example });
        continue;
      }
      const text = quoted(example.text);
      if (seen.part === part) repeats.push(text);
      else leaks.push(`${text} in ${seen.part} and ${part}`);
      if (String(seen.example.target) !== String(example.target)) conflicts.push(text);
    }
  }
  const found: Problem[] = [];
  if (leaks.length > 0) {
    found.push(
      problem(
        "leak",
        "warning",
        `${plural(leaks.length, "text")} of a later part ${leaks.length === 1 ? "is" : "are"} in an earlier one too (letter for letter, or but for case, space and punctuation): what was learnt is asked, and the score is too good.`,
        leaks,
      ),
    );
  }
  if (repeats.length > 0) {
    found.push(
      problem(
        "duplicate",
        "note",
        `${plural(repeats.length, "text")} repeat${repeats.length === 1 ? "s" : ""} another of the same part (but for case, space and punctuation); copies count as often as they stand there.`,
        repeats,
      ),
    );
  }
  if (conflicts.length > 0) {
    found.push(
      problem(
        "conflicting-labels",
        "warning",
        `${plural(conflicts.length, "text")} stand${conflicts.length === 1 ? "s" : ""} there with another label too: nobody can get both right.`,
        conflicts,
      ),
    );
  }
  return found;
}

function balance(task: Task, train: readonly Example[]): Problem[] {
  if (task.kind === "regression") return [];
  const counts = task.labels.map((label, k) => ({
    label,
    rows: train.filter(({ target }) =>
      typeof target === "number" ? target === k : target[k] === 1,
    ).length,
  }));
  const told = (some: typeof counts) =>
    some.map(({ label, rows }) => `${quoted(label)}: ${plural(rows, "row")}`);
  const found: Problem[] = [];
  const rare = counts.filter(({ rows }) => rows < rareRows);
  if (rare.length > 0) {
    found.push(
      problem(
        "rare-label",
        "warning",
        `${plural(rare.length, "label")} with fewer than ${rareRows} training rows will hardly be learnt.`,
        told(rare),
      ),
    );
  }
  const most = Math.max(...counts.map(({ rows }) => rows));
  const least = Math.min(...counts.map(({ rows }) => rows));
  if (task.kind === "classes" && most >= imbalanceRatio * Math.max(1, least)) {
    const share = Math.round((100 * most) / train.length);
    found.push(
      problem(
        "imbalance",
        "warning",
        `The classes are unequal: always answering the largest is right for ${share}% of the training texts, so look at macro F1 and MCC rather than at accuracy.`,
        told(counts),
      ),
    );
  }
  return found;
}

function tooLong(
  data: TextData,
  { lengthOf = wordsOf, maxLength = usualWords }: LengthLimit,
): Problem[] {
  const long = [...data.train, ...data.validation, ...data.test].filter(
    ({ text, pair }) => lengthOf(text) + (pair === undefined ? 0 : lengthOf(pair)) > maxLength,
  );
  if (long.length === 0) return [];
  const unit = lengthOf === wordsOf ? "words" : "tokens";
  return [
    problem(
      "too-long",
      "note",
      `${plural(long.length, "text")} ${long.length === 1 ? "is" : "are"} longer than ${maxLength} ${unit}: of those the model reads the beginning only.`,
      long.map(({ text }) => quoted(text)),
    ),
  ];
}

/** How many words a text has: what stands between spaces. */
export function wordsOf(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
