import { NDArray, randomGenerator, take } from "@ml-roadmap/ndarray";
import { checkSameLength } from "./input.ts";
import type { Vector } from "./input.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { sortedQuantile } from "./quantile.ts";
import { checkLevel } from "./wilson.ts";

export interface BootstrapOptions {
  /** How often the samples are drawn again; default 2000. */
  readonly replicates?: number;
  /** Default 0.95. */
  readonly level?: number;
  /** Default 0. */
  readonly seed?: number | bigint;
  /**
   * "percentile" (default) or "bca", bias-corrected and accelerated: closer to its level for skewed
   * metrics, at the cost of N more evaluations.
   */
  readonly method?: "percentile" | "bca";
}

export interface BootstrapInterval {
  /** The metric on the samples as they are. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What the metric gets: an NDArray may come back as one, anything else as a Float64Array. */
type Resampled<A extends readonly Vector[]> = {
  [K in keyof A]: A[K] extends NDArray ? Vector : Float64Array;
};

/**
 * A confidence interval for a metric: `bootstrapInterval(accuracy, [yTrue, yPred], { seed: 1 })`.
 *
 * Samples are drawn with replacement, the same ones from every argument; an NDArray is resampled along
 * its first axis. The draws are those of scipy.stats.bootstrap with `default_rng(seed)`. Replicates where
 * the metric is NaN (a resample with one class) are left out.
 *
 * Throws `RangeError` on unequal lengths, an estimate that is NaN, or when more than half of the
 * replicates are NaN. Source: Efron and Tibshirani (1993), chapters 13 and 14.
 */
export function bootstrapInterval<A extends readonly Vector[]>(
  metric: (...args: Resampled<A>) => number,
  args: readonly [...A],
  options: BootstrapOptions = {},
): BootstrapInterval {
  const { replicates = 2000, level = 0.95, seed = 0, method = "percentile" } = options;
  checkLevel("bootstrapInterval", level);
  if (!Number.isInteger(replicates) || replicates < 2) {
    throw new RangeError(`bootstrapInterval: replicates must be at least 2, found ${replicates}`);
  }
  const tables = args.map(toTable);
  const n = tables[0]?.length ?? 0;
  checkSameLength(
    "bootstrapInterval",
    Object.fromEntries(tables.map(({ length }, i) => [`argument ${i + 1}`, length])),
  );
  if (n === 0) throw new RangeError("bootstrapInterval: there are no samples");
  const evaluate = (rows: ArrayLike<number>) => {
    const drawn = tables.map((table) => table.take(rows));
    // One argument came in for each table, so as many go out.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return metric(...(drawn as Resampled<A>));
  };
  const estimate = evaluate(Int32Array.from({ length: n }, (_, i) => i));
  if (Number.isNaN(estimate)) {
    throw new RangeError("bootstrapInterval: the metric is NaN on the samples themselves");
  }
  const generator = randomGenerator(seed);
  const drawn = Float64Array.from({ length: replicates }, () =>
    evaluate(generator.integers(0, n, n).toTyped()),
  );
  const distribution = drawn.filter((value) => !Number.isNaN(value)).sort();
  if (distribution.length * 2 < replicates) {
    throw new RangeError(
      `bootstrapInterval: the metric is NaN in ${replicates - distribution.length} of ${replicates} replicates`,
    );
  }
  const tail = (1 - level) / 2;
  const [low, high] =
    method === "percentile"
      ? [tail, 1 - tail]
      : bcaFractions(estimate, distribution, tail, () => leaveOneOut(n, evaluate));
  return {
    estimate,
    low: sortedQuantile(distribution, low),
    high: sortedQuantile(distribution, high),
  };
}

/** The metric without the first sample, without the second, and so on. */
function leaveOneOut(n: number, evaluate: (rows: Int32Array) => number): number[] {
  const rows = Int32Array.from({ length: n - 1 }, (_, i) => i + 1);
  return Array.from({ length: n }, (_, left) => {
    // From one to the next only one row changes.
    if (left > 0) rows[left - 1] = left - 1;
    return evaluate(rows);
  });
}

/** Which fractions of the distribution to read instead of `tail` and `1 - tail`. */
function bcaFractions(
  estimate: number,
  distribution: Float64Array,
  tail: number,
  jackknife: () => readonly number[],
): [number, number] {
  const size = distribution.length;
  // All replicates equal: every fraction gives the same.
  if (distribution[0] === distribution[size - 1]) return [tail, 1 - tail];
  const below = distribution.filter((value) => value < estimate).length;
  const notAbove = distribution.filter((value) => value <= estimate).length;
  // An estimate outside of all replicates would put the bias at infinity: half a replicate inside.
  const fraction = Math.min(Math.max((below + notAbove) / (2 * size), 0.5 / size), 1 - 0.5 / size);
  const bias = normalQuantile(fraction);
  const acceleration = skewness(jackknife());
  const shifted = (z: number) => normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const z = normalQuantile(tail);
  return [shifted(z), shifted(-z)];
}

/** The acceleration: a sixth of the skewness of the leave-one-out values, negated. */
function skewness(left: readonly number[]): number {
  const values = left.filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

interface Table {
  readonly length: number;
  take(rows: ArrayLike<number>): Vector;
}

function toTable(value: Vector): Table {
  // An array keeps its dtype: by it a metric knows how near to 0 and 1 probabilities can be.
  if (value instanceof NDArray) {
    return { length: value.shape[0], take: (rows) => take(value, Array.from(rows), { axis: 0 }) };
  }
  return {
    length: value.length,
    take: (rows) => {
      const taken = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) taken[i] = value[rows[i]];
      return taken;
    },
  };
}
