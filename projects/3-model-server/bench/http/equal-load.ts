import type { Load } from "@ml-roadmap/bench";
import { pacedLoad, quantile, rateOf } from "../../src/system/load.ts";

/** The same number of requests a second to every server, at an even pace. */
export const equalLoad =
  (rate: number): Load =>
  async (url, [shot], seconds) => {
    const result = await pacedLoad(url, { rate, seconds, connections: 64, shot });
    const { 200: good = 0, ...others } = result.statuses;
    if (Object.keys(others).length > 0) throw new Error(`failures: ${JSON.stringify(others)}`);
    const [p50, p99] = [0.5, 0.99].map((q) => quantile(result.latencies, q));
    return { requests: good, rps: rateOf(result), p50, p99 };
  };
