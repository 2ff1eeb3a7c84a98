import { randomGenerator } from "@ml-roadmap/ndarray";
import { build, type LayerSpec } from "../../src/models/architecture.ts";
import { defaults } from "../../src/training/options.ts";
import { Training } from "../../src/training/training.ts";

/** One epoch of the training loop that `train` runs, on random images. */
export function epochOf(specs: readonly LayerSpec[], count: number): () => number {
  const random = randomGenerator(0);
  const data = {
    images: Uint8Array.from(random.integers(0, 256, [count * 784]).toTyped()),
    labels: Uint8Array.from(random.integers(0, 10, [count]).toTyped()),
  };
  const options = { ...defaults, epochs: 1e6, learningRate: 1e-3, schedule: "constant" } as const;
  const training = new Training(build(specs, random), data, options);
  return () => {
    let loss = NaN;
    for (let step = 0; step < training.stepsPerEpoch; step++) ({ loss } = training.advance());
    return loss;
  };
}
