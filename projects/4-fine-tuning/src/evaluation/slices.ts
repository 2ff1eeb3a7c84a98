import { wilsonInterval } from "@ml-roadmap/metrics";
import type { Example } from "../data/example.ts";
import { wordsOf } from "../data/find-problems.ts";

/** The score of a part of the texts. */
export interface Slice {
  /** What they were parted by: a tag's name, or "length". */
  readonly by: string;
  readonly name: string;
  readonly count: number;
  /** Share of right answers, or for numbers the mean absolute error. */
  readonly value: number;
  /** Ends of a 95% interval (right answers only). */
  readonly low?: number;
  readonly high?: number;
  readonly baseline?: number;
}

/**
 * Scores by each tag and by length in quarters, from how well each text was answered (N), see `hitsOf`.
 * Tags in the order of their first appearance, values from the worst.
 */
export function slicesOf(
  examples: readonly Example[],
  hits: Float64Array,
  baseline?: Float64Array,
): Slice[] {
  const isHits = hits.every((hit) => hit === 0 || hit === 1);
  const slice = (by: string, name: string, rows: readonly number[]): Slice => {
    const mean = (values: Float64Array) =>
      rows.reduce((sum, row) => sum + values[row], 0) / rows.length;
    const value = mean(hits);
    return {
      by,
      name,
      count: rows.length,
      value: isHits ? value : -value,
      ...(isHits && wilsonInterval(Math.round(value * rows.length), rows.length)),
      ...(baseline && { baseline: isHits ? mean(baseline) : -mean(baseline) }),
    };
  };
  const tags = [...new Set(examples.flatMap(({ tags = {} }) => Object.keys(tags)))];
  const byTag = tags.flatMap((tag) => {
    const groups = new Map<string, number[]>();
    for (const [row, { tags: own }] of examples.entries()) {
      const name = own?.[tag];
      if (name !== undefined) addTo(groups, name, row);
    }
    const found = [...groups].map(([name, rows]) => slice(tag, name, rows));
    return found.toSorted((a, b) => (isHits ? a.value - b.value : b.value - a.value));
  });
  return [...byTag, ...byLength(examples).map(({ name, rows }) => slice("length", name, rows))];
}

/** Quarters by the number of words; equal lengths stay together. */
function byLength(examples: readonly Example[]): { name: string; rows: number[] }[] {
  const words = examples.map(
    ({ text, pair }) => wordsOf(text) + (pair === undefined ? 0 : wordsOf(pair)),
  );
  const sorted = words.toSorted((a, b) => a - b);
  const edges = [...new Set([1, 2, 3].map((q) => sorted[Math.floor((q * sorted.length) / 4)]))];
  const parts = [...edges, Infinity].map((below, part) => ({
    from: part === 0 ? 0 : edges[part - 1],
    below,
  }));
  return parts.flatMap(({ from, below }) => {
    const rows = words.flatMap((count, row) => (count >= from && count < below ? [row] : []));
    if (rows.length === 0) return [];
    const counts = rows.map((row) => words[row]);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return [{ name: least === most ? `${least} words` : `${least} to ${most} words`, rows }];
  });
}

function addTo(groups: Map<string, number[]>, name: string, row: number): void {
  const group = groups.get(name);
  if (group) group.push(row);
  else groups.set(name, [row]);
}
