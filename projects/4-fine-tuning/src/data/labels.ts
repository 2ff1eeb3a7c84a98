import type { Task } from "./example.ts";
import { InputError } from "./input-error.ts";

/** What is asked to be predicted; "auto" looks at the labels. */
export type TaskKind = "auto" | Task["kind"];

/** A label as the file has it, with where it stands. */
export interface RawLabel {
  readonly line: number;
  readonly value: unknown;
}

const mostClasses = 200;

/** Whether a label is missing; for several labels at once nothing means "none of them". */
export function isMissing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === "string" && value.trim() === "")
  );
}

/** A label's parts without space around them: those between `|`, or the elements of a JSON array. */
export function labelParts(value: unknown): string[] {
  if (isMissing(value)) return [];
  const parts: readonly unknown[] = Array.isArray(value) ? value : labelText(value).split("|");
  return parts.map((part) => labelText(part).trim()).filter((part) => part !== "");
}

/** A label as text: numbers and booleans of JSON are spelled out. */
export function labelText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/**
 * The task that the labels make: several at once where one holds `|` or is a list, classes otherwise.
 * Throws InputError where numbers look like measurements and no task was asked for, where texts are
 * nearly all different, and where there is only one class.
 */
export function makeTask(labels: readonly RawLabel[], asked: TaskKind, column: string): Task {
  const kind = asked === "auto" ? guessKind(labels) : asked;
  if (kind === "regression") return { kind };
  const values =
    kind === "classes"
      ? labels.map(({ value }) => labelText(value))
      : labels.flatMap(({ value }) => labelParts(value));
  const distinct = sortedLabels(new Set(values));
  if (asked === "auto" && kind === "classes") refuseMeasurements(distinct, column);
  if (distinct.length > mostClasses) {
    throw new InputError(
      `column "${column}" has ${distinct.length} different labels in ${labels.length} rows; is it the label? At most ${mostClasses} can be learnt`,
    );
  }
  const least = kind === "classes" ? 2 : 1;
  if (distinct.length < least) {
    const found = distinct.length === 0 ? "no label at all" : `only ${JSON.stringify(distinct[0])}`;
    throw new InputError(
      `column "${column}": ${least === 2 ? "two classes or more are" : "a label is"} needed, found ${found}`,
    );
  }
  return { kind, labels: distinct };
}

/** Numbers by size, everything else by the alphabet. */
function sortedLabels(labels: ReadonlySet<string>): string[] {
  return [...labels].toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
}

/** Several labels at once where one holds `|` or is a list, else classes. */
export function guessKind(labels: readonly RawLabel[]): "classes" | "multi-label" {
  const isList = labels.some(
    ({ value }) => Array.isArray(value) || (typeof value === "string" && value.includes("|")),
  );
  return isList ? "multi-label" : "classes";
}

function refuseMeasurements(labels: readonly string[], column: string): void {
  const numbers = labels.map(Number);
  if (labels.some((label) => label.trim() === "") || numbers.some(Number.isNaN)) return;
  if (labels.length <= 20 && numbers.every(Number.isInteger)) return;
  throw new InputError(
    `column "${column}" holds ${labels.length} different numbers, such as ${labels[0]} and ${labels.at(-1)}; say what they are: --task regression to predict the number, --task classes to tell them apart`,
  );
}

/**
 * The target of a label: its class's position, 0 or 1 for each label, or the number. Throws InputError
 * with the line for a label that the training part does not have, or that is no number.
 */
export function makeTarget(
  { line, value }: RawLabel,
  task: Task,
  where: string,
): number | number[] {
  if (task.kind === "regression") {
    const number = typeof value === "number" ? value : Number(labelText(value));
    if (Number.isFinite(number)) return number;
    throw new InputError(
      `${where}, line ${line}: expected a number to predict, found ${JSON.stringify(value)}`,
    );
  }
  if (task.kind === "classes") return position(labelText(value), task.labels, where, line);
  const present = new Set(
    labelParts(value).map((part) => position(part, task.labels, where, line)),
  );
  return task.labels.map((_, k) => (present.has(k) ? 1 : 0));
}

function position(label: string, labels: readonly string[], where: string, line: number): number {
  const found = labels.indexOf(label);
  if (found >= 0) return found;
  const known = labels
    .slice(0, 10)
    .map((name) => JSON.stringify(name))
    .join(", ");
  throw new InputError(
    `${where}, line ${line}: the label ${JSON.stringify(label)} is not among those of the training data: ${known}`,
  );
}
