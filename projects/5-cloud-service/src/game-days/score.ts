import { serviceLevel } from "../delivery/service-level.ts";
import { burnRate } from "../slo/burn-rate.ts";

/** What users got while something was broken. */
export interface Outcome {
  readonly requests: number;
  /** Not answered, or answered with an error of ours. */
  readonly failed: number;
  /** Answered later than promised. */
  readonly slow: number;
  /** How long it lasted. */
  readonly seconds: number;
  /** Seconds until the alert that belongs to it fired; none when it did not. */
  readonly alertAfter?: number;
}

export interface Score {
  /** Shares of a month's error budgets that were spent, if the traffic is the same all month. */
  readonly failureBudget: number;
  readonly slowBudget: number;
  /** Both budgets hardly touched, and the alert in time. */
  readonly passes: boolean;
}

/** A hundredth of the month's budget: as much as 26 seconds without any answer. */
const MOST = 0.01;
/** Share of the requests that are answered in time. */
const IN_TIME = 0.99;

/**
 * Scores a game day against the service level: `burn rate * seconds / month` is the share of a month's budget.
 *
 * @param alertWithin seconds in which the alert must fire; none where the fault needs no human
 */
export function score(outcome: Outcome, alertWithin?: number): Score {
  const { requests: total, failed, slow, seconds, alertAfter = Infinity } = outcome;
  const month = serviceLevel.days * 86_400;
  const spent = (bad: number, objective: number) =>
    (burnRate({ failed: bad, total }, objective) * seconds) / month;
  const failureBudget = spent(failed, serviceLevel.availability);
  const slowBudget = spent(slow, IN_TIME);
  const told = alertWithin === undefined || alertAfter <= alertWithin;
  const passes = told && total > 0 && failureBudget <= MOST && slowBudget <= MOST;
  return { failureBudget, slowBudget, passes };
}
