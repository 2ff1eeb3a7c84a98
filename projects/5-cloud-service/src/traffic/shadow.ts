import {
  rowCount,
  type Inference,
  type Registry,
  type Served,
  type Tensors,
} from "@ml-roadmap/model-server";
import type { ServiceMetrics } from "../service/service-metrics.ts";
import { OUTPUTS, TEXT } from "../model/tensors.ts";
import { inShare } from "./in-share.ts";

/** Requests that may wait for the shadow; it must never cost the others their memory. */
const MOST_WAITING = 64;

/** A version that sees a share of the texts which another one answers; nobody waits for it. */
export class Shadow {
  readonly #served: Registry;
  readonly #name: string;
  readonly #version: string;
  readonly #share: number;
  readonly #metrics: ServiceMetrics;

  constructor(
    served: Registry,
    { name, version, share }: { name: string; version: string; share: number },
    metrics: ServiceMetrics,
  ) {
    this.#served = served;
    this.#name = name;
    this.#version = version;
    this.#share = share;
    this.#metrics = metrics;
  }

  /** Shows an answered request to the shadow, if it is in its share; never throws and never waits. */
  observe({ model, inputs, outputs }: Inference): void {
    const labels = { model: this.#name, version: this.#version };
    if (model.name !== this.#name || model.version === this.#version) return;
    const texts = Array.from<unknown>(inputs.get(TEXT)!.data);
    if (!inShare(String(texts[0]), this.#share, "shadow")) return;
    const shadow = this.#served.get(this.#name, this.#version);
    if (shadow.batcher.length >= MOST_WAITING) {
      this.#metrics.shadow.inc({ ...labels, result: "skipped" }, texts.length);
      return;
    }
    void this.#compare(shadow, inputs, outputs);
  }

  async #compare(shadow: Served, inputs: Tensors, outputs: Tensors): Promise<void> {
    const labels = { model: this.#name, version: this.#version };
    const began = performance.now();
    try {
      const own = await this.#served.infer(shadow, inputs);
      this.#metrics.shadowSeconds.observe(labels, (performance.now() - began) / 1000);
      const [mine, theirs] = [own, outputs].map((tensors) => tensors.get(OUTPUTS.label)!.data);
      for (let n = 0; n < mine.length; n++) {
        this.#metrics.shadow.inc({
          ...labels,
          result: mine[n] === theirs[n] ? "agrees" : "differs",
        });
      }
    } catch {
      this.#metrics.shadow.inc({ ...labels, result: "failed" }, rowCount(inputs));
    }
  }
}
