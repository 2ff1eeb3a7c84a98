import { wilsonInterval } from "@ml-roadmap/metrics";

/** What a load test saw. */
export interface LoadResult {
  /** Milliseconds of every request that was answered well. */
  readonly milliseconds: readonly number[];
  /** Requests that were refused, broken or given up. */
  readonly failures: number;
}

export interface LoadLimits {
  /** Fewer requests than this say nothing. */
  readonly leastRequests: number;
  /** Share of requests that may fail. */
  readonly failureShare: number;
  readonly p99Milliseconds: number;
}

export interface LoadCheck {
  readonly name: "requests" | "failures" | "p99";
  readonly passes: boolean;
  readonly detail: string;
}

/**
 * Whether a version may leave staging, by its load test: three checks, always all of them.
 *
 * - `requests`: there were at least `leastRequests`.
 * - `failures`: the upper end of the 95% Wilson interval of the failures' share is at most `failureShare`, so that
 *   luck in a short test is no proof.
 * - `p99`: the nearest-rank p99 (rank `ceil(0.99 n)` of n) is at most `p99Milliseconds`. A failed request counts as
 *   one that never ended: a service that fails fast is not fast.
 */
export function judgeLoad(result: LoadResult, limits: LoadLimits): LoadCheck[] {
  //#region solution 5.12 enough, and all of it good
  const { milliseconds, failures } = result;
  const requests = milliseconds.length + failures;
  const { high: most } = requests === 0 ? { high: 1 } : wilsonInterval(failures, requests);
  const sorted = Float64Array.from([
    ...milliseconds,
    ...Array<number>(failures).fill(Infinity),
  ]).sort();
  const p99 = sorted[Math.ceil(0.99 * requests) - 1] ?? Infinity;
  return [
    {
      name: "requests",
      passes: requests >= limits.leastRequests,
      detail: `${requests}, at least ${limits.leastRequests}`,
    },
    {
      name: "failures",
      passes: most <= limits.failureShare,
      detail: `${failures} of ${requests}, so at most ${(100 * most).toFixed(2)}%, allowed ${(100 * limits.failureShare).toFixed(2)}%`,
    },
    {
      name: "p99",
      passes: p99 <= limits.p99Milliseconds,
      detail: `${p99.toFixed(1)} ms, at most ${limits.p99Milliseconds}`,
    },
  ];
  //#endregion
}
