/** Failed and all requests of a window of time. */
export interface Counts {
  failed: number;
  total: number;
}

/** When to wake somebody: a burn rate that holds over a long window, and over a short one so that it ends soon. */
export interface BurnRule {
  severity: "page" | "ticket";
  /** Lengths of the windows in minutes. */
  long: number;
  short: number;
  /** The burn rate that both must exceed. */
  above: number;
}

/** Google's: 2% of a 30 days' budget in an hour, 5% in six hours, 10% in three days. */
export const burnRules: readonly BurnRule[] = [
  { severity: "page", long: 60, short: 5, above: 14.4 },
  { severity: "page", long: 360, short: 30, above: 6 },
  { severity: "ticket", long: 4320, short: 360, above: 1 },
];

/**
 * How many times faster than allowed the error budget is spent: the share of failed requests, over the share
 * that may fail, `1 - objective`. At 1 the budget lasts exactly its time. Without requests nothing is spent.
 *
 * Source: The Site Reliability Workbook, chapter 5.
 *
 * @param objective share of requests that should succeed, such as 0.999
 */
export function burnRate({ failed, total }: Counts, objective: number): number {
  //#region solution 5.8 how fast the error budget is spent
  return total === 0 ? 0 : failed / total / (1 - objective);
  //#endregion
}

/**
 * What the burn rules say: the first rule, in their order, whose burn rate is exceeded in both of its windows;
 * undefined when there is none.
 *
 * @param counts of the last minutes
 */
export function alarm(
  counts: (minutes: number) => Counts,
  objective: number,
  rules: readonly BurnRule[] = burnRules,
): BurnRule | undefined {
  //#region solution 5.8 the first rule that both windows exceed
  return rules.find(({ long, short, above }) =>
    [long, short].every((minutes) => burnRate(counts(minutes), objective) > above),
  );
  //#endregion
}
