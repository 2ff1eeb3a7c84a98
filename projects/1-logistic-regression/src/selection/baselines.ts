import type { Samples } from "./samples.ts";

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

/**
 * What the rules fitted to `train` predict for `held`: majority and, where `column` names one, the rule
 * that knows that column only.
 */
export function baselinePredictions(
  train: Samples,
  held: Samples,
  column: string | undefined,
): { name: string; predicted: number[] }[] {
  const nothing = held.labels.map(() => null);
  const rules = [{ rule: fitMajority(train.labels), cells: nothing as (string | null)[] }];
  if (column !== undefined) {
    const name = `${column.toLowerCase()} only`;
    const rule = fitOneColumnRule(name, train.table.columns[column], train.labels);
    rules.push({ rule, cells: held.table.columns[column] });
  }
  return rules.map(({ rule, cells }) => ({
    name: rule.name,
    predicted: baselineProbability(rule, cells).map((p) => Number(p > 0.5)),
  }));
}

/** The column whose rule every model of passengers has to beat; never the label itself. */
export function ruleColumn({
  table,
  label,
}: Pick<Samples, "table"> & { label?: string }): string | undefined {
  return table.names.find((name) => name !== label && /^(sex|gender)$/iu.test(name));
}

function share(labels: readonly number[]): number {
  return labels.reduce((sum, label) => sum + label, 0) / labels.length;
}
