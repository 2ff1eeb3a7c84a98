import type { Measure } from "./measure.ts";
import type { CaseResult, Samples } from "./run-suite.ts";
import { geometricMean, median, quantile } from "./statistics.ts";

/** How many times better: the median over the rounds, and its quartiles. */
export interface Ratio {
  readonly value: number;
  readonly range?: readonly [low: number, high: number];
}

/** One measure of one case. */
export interface Row {
  readonly case: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  /** The one of ours whose ratios count. */
  readonly shipped: string;
  readonly ours: Readonly<Record<string, number>>;
  readonly peers: Readonly<Record<string, number>>;
  /** By contestant of ours, then by peer; above 1, we win. */
  readonly ratios: Readonly<Record<string, Readonly<Record<string, Ratio>>>>;
}

export function rowsOf(results: readonly CaseResult[]): Row[] {
  return results.flatMap((result) => result.measures.map((measure) => rowOf(result, measure)));
}

function rowOf({ name, measures, shipped, ours, peers }: CaseResult, measure: Measure): Row {
  return {
    case: measures.length > 1 ? `${name}, ${measure.name}` : name,
    unit: measure.unit,
    better: measure.better,
    shipped,
    ours: medians(ours, measure),
    peers: medians(peers, measure),
    ratios: mapValues(ours, (our) => mapValues(peers, (peer) => ratioOf(measure, our, peer))),
  };
}

/**
 * Taken round by round, so that a machine slow for a while does not count. Undefined when a value is
 * zero (a time below the clock's step) or missing.
 */
function ratioOf(measure: Measure, ours: Samples, peers: Samples): Ratio | undefined {
  const ratios = ours.map((sample, round) => {
    const [a, b] = [measure.of(sample), measure.of(peers[round])];
    return measure.better === "lower" ? b / a : a / b;
  });
  const value = median(ratios);
  if (!(value > 0 && value < Infinity)) return undefined;
  return { value, range: [quantile(ratios, 0.25), quantile(ratios, 0.75)] };
}

function medians(samples: ReadonlyMap<string, Samples>, measure: Measure) {
  return mapValues(samples, (rounds) => {
    const value = median(rounds.map((sample) => measure.of(sample)));
    return Number.isFinite(value) ? value : undefined;
  });
}

function mapValues<A, B>(entries: Iterable<readonly [string, A]>, f: (a: A) => B | undefined) {
  const mapped: Record<string, B> = {};
  for (const [key, a] of entries) {
    const b = f(a);
    if (b !== undefined) mapped[key] = b;
  }
  return mapped;
}

/**
 * The geometric means of the rows that share a unit, for each unit with more than one row. A value
 * stands only for those who did all of the rows; a ratio is the mean over the rows that have it.
 */
export function summaryRows(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.unit}\n${row.better}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [{ unit, better, shipped }] = group;
      const full = (values: readonly number[]) => values.length === group.length;
      const names = new Set(group.flatMap((row) => Object.keys(row.ratios)));
      return {
        case: groups.size > 1 ? `geometric mean, ${unit}` : "geometric mean",
        unit,
        better,
        shipped,
        ours: means(
          group.map((row) => row.ours),
          full,
        ),
        peers: means(
          group.map((row) => row.peers),
          full,
        ),
        ratios: mapValues(
          Array.from(names, (name) => [name, name] as const),
          (name) => {
            const values = group.map((row) =>
              mapValues(Object.entries(row.ratios[name] ?? {}), (ratio) => ratio.value),
            );
            return mapValues(Object.entries(means(values, () => true)), (value) => ({ value }));
          },
        ),
      };
    });
}

function means(
  rows: readonly Readonly<Record<string, number>>[],
  enough: (values: readonly number[]) => boolean,
) {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return mapValues(
    Array.from(names, (name) => [name, name] as const),
    (name) => {
      const values = rows.map((row) => row[name]).filter((value) => value > 0);
      return enough(values) ? geometricMean(values) : undefined;
    },
  );
}
