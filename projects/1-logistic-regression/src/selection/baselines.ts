/** A rule without a model: the share of positives it saw, in all and by the value of one column. */
export interface Baseline {
  readonly name: string;
  readonly overall: number;
  readonly byValue: Readonly<Record<string, number>>;
}

/** The majority rule: everybody gets the training part's share of positives. Labels (N) are 0 and 1. */
export function fitMajority(labels: ArrayLike<number>): Baseline {
  return { name: "majority", overall: share(Array.from(labels)), byValue: {} };
}

/**
 * A rule that knows one column (N) of texts, such as the sex: everybody gets the training part's share
 * of positives among those of the same text; a text never seen (or none) gets the overall share.
 */
export function fitOneColumnRule(
  name: string,
  column: readonly (string | null)[],
  labels: ArrayLike<number>,
): Baseline {
  const members = new Map<string, number[]>();
  for (const [i, text] of column.entries()) {
    if (text === null) continue;
    const group = members.get(text);
    if (group) group.push(labels[i]);
    else members.set(text, [labels[i]]);
  }
  const byValue = Object.fromEntries([...members].map(([text, group]) => [text, share(group)]));
  return { name, overall: share(Array.from(labels)), byValue };
}

/** The rule's probability of a positive for each row; `column` (N) is the one it was fitted to. */
export function baselineProbability(
  baseline: Baseline,
  column: readonly (string | null)[],
): number[] {
  return column.map((text) =>
    text !== null && Object.hasOwn(baseline.byValue, text)
      ? baseline.byValue[text]
      : baseline.overall,
  );
}

function share(labels: readonly number[]): number {
  return labels.reduce((sum, label) => sum + label, 0) / labels.length;
}
