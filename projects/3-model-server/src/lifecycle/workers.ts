import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";

/** Milliseconds before a worker that died is replaced, so that one that cannot start does not spin. */
const RESTART_DELAY = 1000;

interface MetricsRequest {
  type: "collect metrics";
  id: number;
}

interface MetricsAnswer {
  type: "metrics";
  id: number;
  text: string;
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
    const text = await aggregator.clusterMetrics();
    if (worker.isConnected()) worker.send({ type: "metrics", id, text } satisfies MetricsAnswer);
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

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((w) => w !== undefined);

/** For a worker: lets the first process read what this one counts. */
export function shareMetrics(own: Registry): void {
  AggregatorRegistry.setRegistries([own]);
  // Made for its listener, which answers the first process.
  void new AggregatorRegistry();
}

let asked = 0;

/** For a worker: the metrics of all workers, which the first process collects from each. */
export function metricsOfAll(): Promise<string> {
  const id = asked++;
  return new Promise((resolve) => {
    const onMessage = (message: Partial<MetricsAnswer>) => {
      if (message.type !== "metrics" || message.id !== id) return;
      process.off("message", onMessage);
      resolve(message.text!);
    };
    process.on("message", onMessage);
    process.send!({ type: "collect metrics", id } satisfies MetricsRequest);
  });
}
