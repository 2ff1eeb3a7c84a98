import { setTimeout as wait } from "node:timers/promises";
import { serviceLevel } from "../delivery/service-level.ts";
import { firingAlerts } from "../rollout/prometheus.ts";
import type { LoadResult } from "../system/load.ts";
import type { GameDay } from "./days.ts";
import { Field } from "./field.ts";
import { score, type Outcome, type Score } from "./score.ts";

export interface PlayOptions {
  /** Folder for everything that runs. */
  readonly folder: string;
  /** Leaves what the runbook says to somebody at a keyboard. */
  readonly byHand: boolean;
  /** Seconds without a fault at first, and after which it ends at the latest. */
  readonly calm: number;
  readonly most: number;
  readonly onStep: (text: string) => void;
}

/** Seconds between two looks at the alerts. */
const LOOK = 1;

/** Plays a game day: all is well, then something breaks, somebody mends it, and it is scored. */
export async function play(
  day: GameDay,
  options: PlayOptions,
): Promise<{ outcome: Outcome; score: Score }> {
  const { folder, byHand, calm, most, onStep } = options;
  await using field = await Field.open(folder);
  const { cluster, load } = field;
  onStep(`service ${cluster.url}, Prometheus ${cluster.prometheus}, registry ${field.place},`);
  onStep(`HAProxy takes commands on port ${cluster.adminPort}`);
  await wait(calm * 1000);
  const before = load.mark();
  onStep(`all is well: ${before.total} requests, ${before.failed} failed`);

  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  // By hand it is for you to find out.
  onStep(byHand ? "something is wrong" : day.title);
  const own = (await day.strike(field)) ?? { requests: 0, failed: 0 };
  const struck = seconds();
  let alertAfter: number | undefined;
  for (let quiet = 0; quiet < 3 && seconds() < most;) {
    await wait(LOOK * 1000);
    const fires = await firingAlerts(cluster.prometheus);
    if (alertAfter === undefined && fires.includes(day.alert)) {
      alertAfter = seconds();
      onStep(`${alertAfter.toFixed(1)} s: ${day.alert} fires`);
      if (!byHand) await day.mend(field);
    }
    quiet = alertAfter !== undefined && !fires.includes(day.alert) ? quiet + 1 : 0;
  }
  const result = load.mark();
  const outcome: Outcome = {
    requests: result.total + own.requests,
    failed: result.failed + own.failed,
    slow: slowOf(result),
    seconds: seconds(),
    ...(alertAfter !== undefined && { alertAfter }),
  };
  // A fault may take its time to come about: a large model is made first.
  return { outcome, score: score(outcome, struck + day.within) };
}

const slowOf = ({ milliseconds }: LoadResult): number =>
  milliseconds.filter((ms) => ms > 1000 * serviceLevel.p99Seconds).length;
