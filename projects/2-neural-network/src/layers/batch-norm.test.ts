import "@ml-roadmap/testing/matchers";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { BatchNorm, batchNormBackward, batchNormForward } from "./batch-norm.ts";

const of = pytorch("batchNorm");
const [x, gamma, beta, dY] = ["x", "gamma", "beta", "dY"].map(of);

describe("2.12 batchNormForward", () => {
  test("equals PyTorch in training", () => {
    expect(batchNormForward(x, gamma, beta, 1e-5).y).toBeAllClose(of("y"), { rtol: 1e-10 });
  });

  test("uses the biased variance", () => {
    const { cache } = batchNormForward(x, gamma, beta, 1e-5);
    let [sum, squares] = [0, 0];
    for (let n = 0; n < 6; n++) sum += x.get(n, 0) / 6;
    for (let n = 0; n < 6; n++) squares += (x.get(n, 0) - sum) ** 2 / 6;
    expect(cache.variance.get(0)).toBeCloseTo(squares, 12);
  });
});

describe("2.12 batchNormBackward", () => {
  test("equals PyTorch", () => {
    const { cache } = batchNormForward(x, gamma, beta, 1e-5);
    const { dX, dGamma, dBeta } = batchNormBackward(dY, gamma, cache);
    expect(dX).toBeAllClose(of("d_x"), { rtol: 1e-8, atol: 1e-12 });
    expect(dGamma).toBeAllClose(of("d_gamma"), { rtol: 1e-8 });
    expect(dBeta).toBeAllClose(of("d_beta"), { rtol: 1e-8 });
  });
});

describe("BatchNorm", () => {
  const mode = (training: boolean) => ({ training, random: randomGenerator(0) });

  test("evaluates with running statistics that approach the data's", () => {
    const layer = new BatchNorm(3);
    for (let i = 0; i < 200; i++) layer.forward(x, mode(true));
    const training = layer.forward(x, mode(true));
    const evaluation = layer.forward(x, mode(false));
    // The running variance is the unbiased one, 6/5 of the biased: the outputs differ by its root.
    const ratio = Math.sqrt(6 / 5);
    expect(evaluation.get(0, 0) * ratio).toBeCloseTo(training.get(0, 0), 4);
  });
});
