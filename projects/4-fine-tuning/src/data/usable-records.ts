import type { ColumnNames } from "./columns.ts";
import { InputError } from "./input-error.ts";
import { guessKind, isMissing, labelText, type TaskKind } from "./labels.ts";
import { plural, problem, type Problem } from "./problem.ts";
import type { RawRecord, Records } from "./records.ts";

/** The rows with a text and a label, and what was left out. Throws InputError where no row has both. */
export function usableRecords(
  path: string,
  { records, malformed }: Records,
  columns: ColumnNames,
  asked: TaskKind,
): { usable: readonly RawRecord[]; problems: readonly Problem[] } {
  const labels = records.map(({ line, cells }) => ({ line, value: cells.get(columns.label) }));
  // With several labels at once, nothing means "none of them".
  const isNoneAllowed = (asked === "auto" ? guessKind(labels) : asked) === "multi-label";
  const [usable, empty, unlabelled]: RawRecord[][] = [[], [], []];
  for (const record of records) {
    const { cells } = record;
    if (textOf(cells.get(columns.text)).trim() === "") empty.push(record);
    else if (!isNoneAllowed && isMissing(cells.get(columns.label))) unlabelled.push(record);
    else usable.push(record);
  }
  if (usable.length === 0) {
    throw new InputError(
      `${path}: no row has both a text (column "${columns.text}") and a label (column "${columns.label}")`,
    );
  }
  const at = ({ line }: { readonly line: number }) => `${path}, line ${line}`;
  const told = malformed.map(({ line, why }) => `${path}, line ${line}: ${why}`);
  return {
    usable,
    problems: [
      ...leftOut("malformed-line", malformed.length, "line", "that cannot be read", told),
      ...leftOut("empty-text", empty.length, "row", "without a text", empty.map(at)),
      ...leftOut("missing-label", unlabelled.length, "row", "without a label", unlabelled.map(at)),
    ],
  };
}

function leftOut(
  kind: Problem["kind"],
  count: number,
  noun: string,
  why: string,
  examples: readonly string[],
): Problem[] {
  if (count === 0) return [];
  const message = `${plural(count, noun)} ${why} ${count === 1 ? "was" : "were"} left out.`;
  return [problem(kind, "warning", message, examples)];
}

/** A cell as text: JSON may hold numbers or nothing. */
export function textOf(cell: unknown): string {
  return cell === undefined || cell === null ? "" : labelText(cell);
}
