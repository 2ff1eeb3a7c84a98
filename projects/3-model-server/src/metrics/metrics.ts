import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Registry as Models } from "../repository/registry.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What Prometheus reads at `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  /** Read when Prometheus asks. */
  readonly #gauges: Gauge[] = [];
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #seconds: Histogram<"route">;
  /** Counters by what they count, because looking labels up costs more than counting. */
  readonly #known = new Map<
    string,
    { requests: Counter.Internal; seconds: Histogram.Internal<"route"> }
  >();
  readonly #cache: Counter<"model" | "version" | "result">;
  readonly #batchRows: Histogram<"model" | "version">;
  readonly #batchSeconds: Histogram<"model" | "version">;

  constructor(models: () => Models, inFlight: () => number) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#requests = new Counter({
      name: "http_requests_total",
      help: "Requests answered.",
      labelNames: ["method", "route", "status"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "http_request_duration_seconds",
      help: "From a request's headers to the end of its answer.",
      labelNames: ["route"],
      buckets: SECONDS,
      registers,
    });
    this.#cache = new Counter({
      name: "model_cache_requests_total",
      help: "Requests that the cache could answer, and those it could not.",
      labelNames: ["model", "version", "result"],
      registers,
    });
    this.#batchRows = new Histogram({
      name: "model_batch_rows",
      help: "Rows computed at once.",
      labelNames: ["model", "version"],
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      registers,
    });
    this.#batchSeconds = new Histogram({
      name: "model_batch_seconds",
      help: "Time to compute a batch.",
      labelNames: ["model", "version"],
      buckets: [0.0001, 0.00025, 0.0005, ...SECONDS],
      registers,
    });
    this.#gauges.push(
      new Gauge({
        name: "http_requests_in_flight",
        help: "Requests being answered.",
        registers,
        collect() {
          this.set(inFlight());
        },
      }),
    );
    this.#gauges.push(
      new Gauge({
        name: "model_queue_length",
        help: "Requests that wait for a batch.",
        labelNames: ["model", "version"],
        registers,
        collect() {
          this.reset();
          for (const { model, batcher } of models().all) {
            this.set({ model: model.name, version: model.version }, batcher.length);
          }
        },
      }),
    );
    this.#gauges.push(
      new Gauge({
        name: "model_info",
        help: "1 for every model and version that serves.",
        labelNames: ["model", "version", "platform"],
        aggregator: "max",
        registers,
        collect() {
          this.reset();
          for (const { model } of models().all) {
            this.set({ model: model.name, version: model.version, platform: model.platform }, 1);
          }
        },
      }),
    );
  }

  request(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let known = this.#known.get(key);
    if (!known) {
      known = {
        requests: this.#requests.labels({ method, route, status }),
        seconds: this.#seconds.labels({ route }),
      };
      this.#known.set(key, known);
    }
    known.requests.inc();
    known.seconds.observe(seconds);
  }

  cache(model: string, version: string, hit: boolean): void {
    this.#cache.inc({ model, version, result: hit ? "hit" : "miss" });
  }

  batch(model: string, version: string, rows: number, ms: number): void {
    this.#batchRows.observe({ model, version }, rows);
    this.#batchSeconds.observe({ model, version }, ms / 1000);
  }
}
