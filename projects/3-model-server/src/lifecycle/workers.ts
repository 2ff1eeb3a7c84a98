import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";
import { Problem } from "../problem.ts";

/** Milliseconds before a worker that died is replaced, so that one that cannot start does not spin. */
const RESTART_DELAY = 1000;

interface MetricsRequest {
  type: "collect metrics";
  id: number;
}

interface MetricsAnswer {
  type: "metrics";
  id: number;
  /** The metrics of all, or why there are none. */
  result: { text: string } | { fault: string };
}

/** Starts `count` processes that serve, replaces those that die, and ends with the last one. */
export function runPrimary(count: number): void {
  const aggregator = new AggregatorRegistry();
  let stopping = false;
  let code = 0;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      stopping = true;
      for (const worker of workers()) worker.process.kill("SIGTERM");
    });
  }
  cluster.on("message", (worker, message: Partial<MetricsRequest>) => {
    if (message.type !== "collect metrics") return;
    void answer(worker, message.id!);
  });
  const answer = async (worker: Worker, id: number) => {
    const told = await metricsAnswer(id, () => aggregator.clusterMetrics());
    if (worker.isConnected()) worker.send(told);
  };
  let served = false;
  cluster.on("listening", () => {
    served = true;
  });
  cluster.on("exit", (_, exitCode) => {
    if (!stopping && served) {
      setTimeout(() => !stopping && cluster.fork(), RESTART_DELAY);
      return;
    }
    code = Math.max(code, exitCode ?? 1);
    if (workers().length === 0) process.exit(code);
  });
  for (let i = 0; i < count; i++) cluster.fork();
}

/** What a worker is told; one that hangs and so tells nothing must not end the first process. */
export async function metricsAnswer(
  id: number,
  collect: () => Promise<string>,
): Promise<MetricsAnswer> {
  try {
    return { type: "metrics", id, result: { text: await collect() } };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { type: "metrics", id, result: { fault } };
  }
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((w) => w !== undefined);

/** For a worker: lets the first process read what this one counts. */
export function shareMetrics(own: Registry): void {
  AggregatorRegistry.setRegistries([own]);
  // Made for its listener, which answers the first process.
  void new AggregatorRegistry();
}

let asked = 0;

/**
 * For a worker: the metrics of all workers, which the first process collects from each.
 *
 * @throws Problem 503 when one of them does not tell its own
 */
export function metricsOfAll(): Promise<string> {
  const id = asked++;
  return new Promise((resolve, reject) => {
    const onMessage = ({ type, id: answered, result }: Partial<MetricsAnswer>) => {
      if (type !== "metrics" || answered !== id || !result) return;
      process.off("message", onMessage);
      if ("text" in result) resolve(result.text);
      else reject(new Problem(503, `metrics of all processes: ${result.fault}`, { retryAfter: 5 }));
    };
    process.on("message", onMessage);
    process.send!({ type: "collect metrics", id } satisfies MetricsRequest);
  });
}
