export type ProblemKind =
  | "malformed-line"
  | "empty-text"
  | "missing-label"
  | "label-typo"
  | "rare-label"
  | "imbalance"
  | "duplicate"
  | "conflicting-labels"
  | "leak"
  | "too-long";

/** Something about the data that the user should know before trusting a score. */
export interface Problem {
  readonly kind: ProblemKind;
  /** "warning": scores suffer or mislead; "note": worth knowing. */
  readonly severity: "warning" | "note";
  /** One sentence: what was found, and what was done about it or can be. */
  readonly message: string;
  /** How many rows, or labels, it is about. */
  readonly count: number;
  /** The first few, such as `line 12: "..."`. */
  readonly examples: readonly string[];
}

const shownExamples = 5;
const shownCharacters = 60;

/** A problem with the first few of its examples. */
export function problem(
  kind: ProblemKind,
  severity: Problem["severity"],
  message: string,
  examples: readonly string[],
): Problem {
  const shown = examples.slice(0, shownExamples);
  return { kind, severity, message, count: examples.length, examples: shown };
}

/** A text as it can be printed: quoted, control characters escaped, cut. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= shownCharacters) return JSON.stringify(text);
  return JSON.stringify(`${characters.slice(0, shownCharacters).join("").trimEnd()}...`);
}

/** "1 text", "2 texts", "1,200 texts". */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;
}
