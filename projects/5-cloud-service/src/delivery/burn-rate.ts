/** How fast which part of an error budget may go before somebody is told. */
export interface BurnWindow {
  /** Hours over which the error ratio is taken. */
  readonly hours: number;
  /** Share of the whole budget that is gone when the alarm fires after these hours. */
  readonly budget: number;
  readonly severity: "page" | "ticket";
}

export interface BurnRateAlarm {
  readonly severity: "page" | "ticket";
  /** The long window in minutes: it makes sure that the loss matters. */
  readonly longMinutes: number;
  /** The short window in minutes: it ends the alarm soon after the errors end. */
  readonly shortMinutes: number;
  /** How many times faster than "just used up at the end" the budget goes. */
  readonly burnRate: number;
  /** Share of failed requests above which, in both windows, the alarm fires. */
  readonly errorRatio: number;
}

/** The Site Reliability Workbook's choice (chapter 5, table 5-8). */
export const burnWindows: readonly BurnWindow[] = [
  { hours: 1, budget: 0.02, severity: "page" },
  { hours: 6, budget: 0.05, severity: "page" },
  { hours: 72, budget: 0.1, severity: "ticket" },
];

/**
 * Multi-window burn-rate alarms of a service level objective.
 *
 * - `burnRate = budget * period / window`: at rate 1 the budget lasts exactly the period.
 * - `errorRatio = burnRate * (1 - objective)`.
 * - the short window is a twelfth of the long one.
 *
 * @param objective share of good requests, in (0, 1): 0.999
 * @param days period of the objective
 * @throws RangeError where an objective is so low that an alarm could never fire (`errorRatio >= 1`).
 */
export function burnRateAlarms(
  objective: number,
  days: number,
  windows: readonly BurnWindow[],
): BurnRateAlarm[] {
  if (!(objective > 0 && objective < 1)) {
    throw new RangeError(`burnRateAlarms: objective is ${objective}, expected a share in (0, 1)`);
  }
  //#region solution 5.9 windows, rates and thresholds
  return windows.map(({ hours, budget, severity }) => {
    const burnRate = (budget * days * 24) / hours;
    const errorRatio = burnRate * (1 - objective);
    if (errorRatio >= 1) {
      throw new RangeError(
        `burnRateAlarms: ${hours} h would need ${errorRatio.toFixed(2)} of the requests to fail, which never happens; expected a higher objective or a smaller budget`,
      );
    }
    return { severity, longMinutes: hours * 60, shortMinutes: hours * 5, burnRate, errorRatio };
  });
  //#endregion
}
