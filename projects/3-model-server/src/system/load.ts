import { Agent, request } from "node:http";

/** What a load came to. */
export interface LoadResult {
  statuses: Record<string, number>;
  /** Milliseconds of the requests answered with 200, sorted. */
  latencies: number[];
}

const body = JSON.stringify({ pixels: Array.from({ length: 784 }, (_, i) => (i % 5 ? 0 : 255)) });

/** One prediction; the status, or what went wrong. */
export function predict(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const call = request(`${url}/v1/digits`, { method: "POST", headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
      answer.on("error", (error) => resolve(error.message));
    });
    call.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    call.end(body);
  });
}

/** Predictions from `connections` at once until `done` says so. */
export async function load(
  url: string,
  connections: number,
  done: () => boolean,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result: LoadResult = { statuses: {}, latencies: [] };
  const one = async () => {
    while (!done()) {
      const began = performance.now();
      const status = await predict(url, agent);
      result.statuses[status] = (result.statuses[status] ?? 0) + 1;
      if (status === "200") result.latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  result.latencies.sort((a, b) => a - b);
  return result;
}

export const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
