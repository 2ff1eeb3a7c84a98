import { describe, expect, test } from "vitest";
import { bucketsOf } from "../../examples/t5.ts";
import { bert } from "../../examples/bert.ts";
import { adamw, createTrainer, matricesOnly, sgd } from "../index.ts";
import type { Optimizer, Tensor } from "../index.ts";
import { encoderBatch } from "../testing/batches.ts";
import { hashedWeights } from "../testing/hashed.ts";
import { bertFixture, modelCases, readFixture } from "../testing/model-fixture.ts";
import { relativeError } from "../testing/op-session.ts";
import { planGradients } from "../testing/plan-gradients.ts";

describe("a whole model's gradients agree with PyTorch", () => {
  for (const { name, fixture, build, batch } of modelCases()) {
    test(`${name}: loss, logits and every gradient within 1e-5`, async () => {
      const weights = hashedWeights(fixture.shapes, fixture.scale);
      const { loss, outputs, gradients } = await planGradients(build, weights, batch);
      expect(loss).toBeCloseTo(fixture.loss, 5);
      const logits = lastPositions(outputs["logits"]);
      expect(relativeError(logits, fixture.logits)).toBeLessThan(1e-5);
      expect(Object.keys(gradients).sort()).toEqual(Object.keys(fixture.gradients).sort());
      for (const [parameter, expected] of Object.entries(fixture.gradients)) {
        // Softmax does not see a key's bias: its gradient is zero but for rounding.
        const isZero = Math.max(...expected.map(Math.abs)) < 1e-12;
        if (isZero)
          expect(Math.max(...Array.from(gradients[parameter], Math.abs))).toBeLessThan(1e-7);
        else expect(relativeError(gradients[parameter], expected)).toBeLessThan(1e-5);
      }
    });
  }
});

/** For outputs by position the fixture holds the last position only. */
function lastPositions({ data, shape }: Tensor): Float64Array {
  const values = Float64Array.from(data, Number);
  if (shape.length === 2) return values;
  const [samples, positions, width] = shape;
  return Float64Array.from({ length: samples * width }, (_, i) => {
    const sample = Math.floor(i / width);
    return values[(sample * positions + positions - 1) * width + (i % width)];
  });
}

type Trajectory = { losses: number[]; norms: number[] };
const trajectories: Record<string, Trajectory> = JSON.parse(readFixture("trajectories"));

const runs: Record<string, { optimizer: Optimizer; clipNorm?: number }> = {
  adamw: {
    optimizer: adamw({ learningRate: 1e-3, weightDecay: 0.1, decays: matricesOnly }),
    clipNorm: 0.5,
  },
  "adamw unclipped": {
    optimizer: adamw({
      learningRate: 3e-4,
      beta1: 0.8,
      beta2: 0.95,
      epsilon: 1e-6,
      weightDecay: 0,
    }),
  },
  sgd: {
    optimizer: sgd({ learningRate: 0.02, weightDecay: 0.01, decays: matricesOnly }),
    clipNorm: 1,
  },
  "sgd momentum": {
    optimizer: sgd({ learningRate: 0.01, momentum: 0.9, weightDecay: 0.01, decays: matricesOnly }),
    clipNorm: 1,
  },
  "sgd nesterov": {
    optimizer: sgd({ learningRate: 0.01, momentum: 0.8, nesterov: true }),
    clipNorm: 1,
  },
};

describe("50 steps follow PyTorch", () => {
  test("there is a run for every trajectory", () => {
    expect(Object.keys(runs)).toEqual(Object.keys(trajectories));
  });

  for (const [name, options] of Object.entries(runs)) {
    test(`${name}: loss and gradient norm of every step within 1e-5`, async () => {
      const { config, shapes, scale } = bertFixture;
      const trainer = await createTrainer({
        build: (graph) => bert(graph, config),
        weights: hashedWeights(shapes, scale),
        ...options,
      });
      const { losses, norms } = trajectories[name];
      for (let step = 0; step < 50; step += 1) {
        const batch = encoderBatch(1000 + 10 * step, config, 4, 6);
        const { loss, gradientNorm } = await trainer.step(batch);
        expect(Math.abs(loss - losses[step])).toBeLessThan(1e-5 * Math.max(1, losses[step]));
        expect(Math.abs(gradientNorm - norms[step])).toBeLessThan(5e-5 * Math.max(1, norms[step]));
      }
      await trainer.close();
    });
  }
});

test("bucketsOf(length, config, isBidirectional) are T5's own buckets", () => {
  const expected: Record<"bidirectional" | "causal", number[]> = JSON.parse(
    readFixture("t5Buckets"),
  );
  const config = { buckets: 32, maxDistance: 128 };
  expect(Array.from(bucketsOf(40, config, true), Number)).toEqual(expected.bidirectional);
  expect(Array.from(bucketsOf(40, config, false), Number)).toEqual(expected.causal);
});
