import { randomGenerator } from "@ml-roadmap/ndarray";
import { CLASSES, type Split } from "../data/dataset.ts";
import { selectRows } from "../data/hold-out.ts";
import { toInput } from "../data/scale.ts";
import type { Layer } from "../layers/layer.ts";
import { oneHot } from "../losses/one-hot.ts";
import { softmaxCrossEntropy } from "../losses/softmax-cross-entropy.ts";
import { build, type LayerSpec } from "../models/architecture.ts";
import { defaults } from "../training/options.ts";
import { stream } from "../training/streams.ts";
import { Training } from "../training/training.ts";
import { checkLayers } from "./gradient-check.ts";

/** One thing to make sure of before a long training. */
export interface SanityCheck {
  what: string;
  found: string;
  expected: string;
  passed: boolean;
}

/** Images for the first loss, and images to learn by heart. */
const [SAMPLE, BATCH] = [500, 20];

/**
 * The loss before any training, as `train` sees it. An untrained network should favour no class:
 * `ln K` for K classes. A larger one means start weights or inputs of the wrong scale.
 */
export function initialLoss(network: Layer, { images, labels }: Split): number {
  const rows = Array.from({ length: Math.min(SAMPLE, labels.length) }, (_, i) => i);
  const logits = network.forward(toInput({ images }, rows), {
    training: true,
    random: randomGenerator(0),
  });
  const targets = oneHot(
    rows.map((row) => labels[row]),
    CLASSES,
  );
  return softmaxCrossEntropy(logits, targets).loss;
}

/**
 * The loss after training on the same few images again and again. A network that cannot learn twenty
 * images by heart has a broken backward pass or optimiser, and more data will not help.
 */
export function overfitLoss(specs: readonly LayerSpec[], data: Split, seed: number, steps = 150) {
  const batch = selectRows(
    data,
    Array.from({ length: BATCH }, (_, i) => i),
  );
  const network = build(withoutDropout(specs), stream(seed, "weights", 0));
  const options = { ...defaults, batchSize: BATCH, epochs: steps, learningRate: 5e-3, seed };
  const training = new Training(network, batch, options);
  let loss = NaN;
  while (!training.done) ({ loss } = training.advance());
  return loss;
}

function withoutDropout(specs: readonly LayerSpec[]): LayerSpec[] {
  return specs
    .filter(({ type }) => type !== "dropout")
    .map((spec) =>
      spec.type === "residual" ? { ...spec, layers: withoutDropout(spec.layers) } : spec,
    );
}

/** The three checks of an architecture. */
export function sanityChecks(
  specs: readonly LayerSpec[],
  data: Split,
  seed: number,
): SanityCheck[] {
  const first = initialLoss(build(specs, stream(seed, "weights", 0)), data);
  const overfit = overfitLoss(specs, data, seed);
  const worst = Math.max(...checkLayers(seed).map(({ error }) => error));
  const chance = Math.log(CLASSES);
  return [
    {
      what: "loss before training",
      found: first.toFixed(3),
      expected: `ln 10 = ${chance.toFixed(3)}, within 0.25`,
      passed: Math.abs(first - chance) < 0.25,
    },
    {
      what: `loss after learning ${BATCH} images by heart`,
      found: overfit.toExponential(1),
      expected: "below 0.01",
      passed: overfit < 0.01,
    },
    {
      what: "worst gradient of any layer",
      found: worst.toExponential(1),
      expected: "within 1e-7 of central differences",
      passed: worst < 1e-7,
    },
  ];
}
