import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Drift } from "../drift/monitor.ts";

/** What the text service counts beside what every server counts. */
export class ServiceMetrics {
  readonly predictions: Counter<"model" | "version" | "label">;
  readonly updates: Counter<"model" | "result">;
  readonly promotion: VersionGauge;
  readonly failed: VersionGauge;
  readonly shadow: Counter<"model" | "version" | "result">;
  readonly shadowSeconds: Histogram<"model" | "version">;

  /** @param drift of each model that has a reference, read when Prometheus asks */
  constructor(register: Registry, drift: () => Iterable<readonly [string, Drift | undefined]>) {
    const registers = [register];
    const counted = ["model", "version"] as const;
    this.predictions = new Counter({
      name: "text_predictions_total",
      help: "Texts classified, by label.",
      labelNames: [...counted, "label"],
      registers,
    });
    this.updates = new Counter({
      name: "model_updates_total",
      help: "Versions that were to be served, and whether they are.",
      labelNames: ["model", "result"],
      registers,
    });
    this.promotion = new VersionGauge(
      "model_promotion",
      "Number of the promotion that serves.",
      registers,
    );
    this.failed = new VersionGauge(
      "model_update_failed",
      "1 for the version that was promoted and could not be served.",
      registers,
    );
    this.shadow = new Counter({
      name: "shadow_predictions_total",
      help: "Texts that the shadow saw too: whether it agreed, failed, or was too busy.",
      labelNames: [...counted, "result"],
      registers,
    });
    this.shadowSeconds = new Histogram({
      name: "shadow_seconds",
      help: "Time of the shadow's answers.",
      labelNames: [...counted],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    addDriftGauges(registers, drift);
  }
}

/** A gauge that has one version of each model at a time. */
class VersionGauge {
  readonly #gauge: Gauge<"model" | "version">;
  readonly #versions = new Map<string, string>();

  constructor(name: string, help: string, registers: Registry[]) {
    const labelNames = ["model", "version"] as const;
    this.#gauge = new Gauge({ name, help, labelNames, aggregator: "max", registers });
  }

  set(model: string, version: string, value: number): void {
    this.clear(model);
    this.#versions.set(model, version);
    this.#gauge.set({ model, version }, value);
  }

  clear(model: string): void {
    const version = this.#versions.get(model);
    if (version !== undefined) this.#gauge.remove({ model, version });
    this.#versions.delete(model);
  }
}

function addDriftGauges(
  registers: Registry[],
  drift: () => Iterable<readonly [string, Drift | undefined]>,
): void {
  const gauge = (
    name: string,
    help: string,
    labels: string[],
    values: (drift: Drift) => [Record<string, string>, number][],
  ) =>
    // It lives in its registry.
    void new Gauge({
      name,
      help,
      labelNames: ["model", ...labels],
      aggregator: "max",
      registers,
      collect() {
        this.reset();
        for (const [model, found] of drift()) {
          if (!found) continue;
          for (const [own, value] of values(found)) this.set({ model, ...own }, value);
        }
      },
    });
  const features = (values: Record<string, number>): [Record<string, string>, number][] =>
    Object.entries(values).map(([feature, value]) => [{ feature }, value]);
  gauge(
    "drift_psi",
    "Population stability index of recent texts against the training data.",
    ["feature"],
    ({ psi }) => features(psi),
  );
  gauge(
    "drift_ks",
    "Kolmogorov-Smirnov statistic of recent texts against the training data.",
    ["feature"],
    ({ ks }) => features(ks),
  );
  gauge("drift_unknown_token_rate", "Share of tokens the vocabulary does not know.", [], (one) => [
    [{}, one.unknownRate],
  ]);
  gauge("drift_window_texts", "Texts that the drift is taken of.", [], (one) => [[{}, one.texts]]);
}
