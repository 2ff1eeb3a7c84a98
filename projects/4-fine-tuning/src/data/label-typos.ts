import { editDistance } from "./edit-distance.ts";

/** A label that is probably a misspelling of another. */
export interface LabelTypo {
  readonly label: string;
  readonly rows: number;
  readonly meant: string;
}

/** A label is rare beside another with this many times its rows. */
const rarity = 20;

/**
 * Labels that are probably misspelt: those that differ from a more frequent one by case, space or
 * punctuation only, and rare ones within one edit of a label 20 times as frequent (two edits from eight
 * letters on). Numbers are never misspelt numbers. `counts` has the rows of each label.
 */
export function findLabelTypos(counts: ReadonlyMap<string, number>): LabelTypo[] {
  const byFrequency = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const typos: LabelTypo[] = [];
  for (const [i, [label, rows]] of byFrequency.entries()) {
    const meant = byFrequency
      .slice(0, i)
      .find(
        ([other, others]) =>
          isTypo(label, rows, other, others) && !typos.some((typo) => typo.label === other),
      );
    if (meant) typos.push({ label, rows, meant: meant[0] });
  }
  return typos;
}

function isTypo(label: string, rows: number, other: string, others: number): boolean {
  if (plain(label) === plain(other)) return true;
  if (others < rarity * rows || isNumber(label) || isNumber(other)) return false;
  const most = Math.min(label.length, other.length) >= 8 ? 2 : 1;
  // One letter of a short label may be its whole meaning: "a" and "b", "no" and "on".
  return (
    Math.min(label.length, other.length) >= 4 &&
    editDistance(plain(label), plain(other), most) <= most
  );
}

function plain(label: string): string {
  const bare = label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]+/gu, "");
  return bare === "" ? label : bare;
}

function isNumber(label: string): boolean {
  return label.trim() !== "" && !Number.isNaN(Number(label));
}
