import { burnRules } from "../slo/burn-rate.ts";

/** A burn-rate rule in terms of what a monitoring system can see: shares of failed requests. */
export interface BurnRateAlarm {
  readonly severity: "page" | "ticket";
  readonly longMinutes: number;
  readonly shortMinutes: number;
  readonly burnRate: number;
  /** Share of failed requests above which, in both windows, the alarm fires. */
  readonly errorRatio: number;
}

/**
 * The burn rules for an objective: `errorRatio = burnRate * (1 - objective)`.
 *
 * @throws RangeError where an objective is so low that an alarm could never fire (`errorRatio >= 1`).
 */
export function burnRateAlarms(objective: number): BurnRateAlarm[] {
  if (!(objective > 0 && objective < 1)) {
    throw new RangeError(`burnRateAlarms: objective is ${objective}, expected a share in (0, 1)`);
  }
  return burnRules.map(({ severity, long, short, above }) => {
    const errorRatio = above * (1 - objective);
    if (errorRatio >= 1) {
      throw new RangeError(
        `burnRateAlarms: at ${objective} the rule over ${long} minutes would need ${errorRatio.toFixed(2)} of the requests to fail, which never happens`,
      );
    }
    return { severity, longMinutes: long, shortMinutes: short, burnRate: above, errorRatio };
  });
}
