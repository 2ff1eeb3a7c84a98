import type { Task } from "./example.ts";
import { findLabelTypos } from "./label-typos.ts";
import { isMissing, labelParts, labelText, type RawLabel } from "./labels.ts";
import { plural, problem, quoted, type Problem } from "./problem.ts";

/** What each misspelt label probably means. */
export type Corrections = ReadonlyMap<string, string>;

/** Labels that look misspelt, as corrections where they are asked for, and as a problem in any case. */
export function labelCorrections(
  task: Task,
  labels: readonly RawLabel[],
  isAsked: boolean,
): { corrections: Corrections; problems: readonly Problem[] } {
  if (task.kind === "regression") return { corrections: new Map(), problems: [] };
  const counts = new Map<string, number>();
  for (const { value } of labels) {
    const parts = task.kind === "classes" ? [labelText(value)] : labelParts(value);
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const typos = findLabelTypos(counts);
  if (typos.length === 0) return { corrections: new Map(), problems: [] };
  const told = typos.map(
    ({ label, rows, meant }) =>
      `${quoted(label)} (${plural(rows, "row")}): probably ${quoted(meant)}`,
  );
  const look = `${plural(typos.length, "label")} look${typos.length === 1 ? "s" : ""} misspelt`;
  return isAsked
    ? {
        corrections: new Map(typos.map(({ label, meant }) => [label, meant])),
        problems: [
          problem(
            "label-typo",
            "note",
            `${look} and ${typos.length === 1 ? "is" : "are"} read as what is probably meant.`,
            told,
          ),
        ],
      }
    : {
        corrections: new Map(),
        problems: [
          problem(
            "label-typo",
            "warning",
            `${look} and count${typos.length === 1 ? "s" : ""} as a class of its own; correct the file, or use --fix-labels.`,
            told,
          ),
        ],
      };
}

/** A label with its parts as they are meant. */
export function corrected(label: RawLabel, corrections: Corrections): RawLabel {
  if (corrections.size === 0 || isMissing(label.value)) return label;
  const meant = (part: string) => corrections.get(part) ?? corrections.get(part.trim()) ?? part;
  const { line, value } = label;
  if (Array.isArray(value)) return { line, value: labelParts(value).map(meant) };
  return { line, value: labelText(value).split("|").map(meant).join("|") };
}
