import { setTimeout as wait } from "node:timers/promises";
import { judgeLoad, type LoadCheck, type LoadLimits } from "../delivery/judge-load.ts";
import { startLoad, type LoadResult } from "../system/load.ts";

export interface LoadGateOptions {
  readonly url: string;
  readonly texts: readonly string[];
  readonly seconds: number;
  readonly connections: number;
  readonly limits: LoadLimits;
}

/** Sends requests for some seconds and judges what came back. */
export async function loadGate(options: LoadGateOptions): Promise<LoadCheck[]> {
  const { url, texts, seconds, connections, limits } = options;
  const load = startLoad(url, (i) => texts[i % texts.length], { connections });
  await wait(seconds * 1000);
  return judgeLoad(toJudge(await load.stop()), limits);
}

/** The load's answers without the failed ones: which they were is not known, so the fastest are left out. */
function toJudge({ milliseconds, failed }: LoadResult) {
  return {
    milliseconds: milliseconds.toSorted((a, b) => a - b).slice(failed),
    failures: failed,
  };
}
