import "@ml-roadmap/testing/matchers";
import { array, full } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { logSoftmax, softmaxCrossEntropy } from "./softmax-cross-entropy.ts";

const of = pytorch("softmaxCrossEntropy");

describe("2.5 logSoftmax", () => {
  test("equals PyTorch", () => {
    expect(logSoftmax(of("logits"))).toBeAllClose(of("logSoftmax"), { rtol: 1e-10 });
  });

  test("does not overflow for large logits", () => {
    const y = logSoftmax(array([[1000, 0, -1000]]));
    expect(y.toArray()).toEqual([[0, -1000, -2000]]);
  });

  test("does not underflow when all logits are very negative", () => {
    expect(logSoftmax(array([[-5000, -5000]]))).toBeAllClose([[-Math.LN2, -Math.LN2]]);
  });
});

describe("2.5 softmaxCrossEntropy", () => {
  test("gives PyTorch's loss and gradient", () => {
    const { loss, dLogits } = softmaxCrossEntropy(of("logits"), of("targets"));
    expect(loss).toBeCloseTo(of("loss").item(), 12);
    expect(dLogits).toBeAllClose(of("d_logits"), { rtol: 1e-9, atol: 1e-14 });
  });

  test("starts at ln K for a network that knows nothing", () => {
    const { loss } = softmaxCrossEntropy(full([3, 10], 0.7), full([3, 10], 0.1));
    expect(loss).toBeCloseTo(Math.log(10), 12);
  });

  test("is the mean over the batch: the same rows twice give the same loss and half the gradient", () => {
    const one = softmaxCrossEntropy(array([[1, 2, 3]]), array([[0, 0, 1]]));
    const two = softmaxCrossEntropy(
      array([
        [1, 2, 3],
        [1, 2, 3],
      ]),
      array([
        [0, 0, 1],
        [0, 0, 1],
      ]),
    );
    expect(two.loss).toBeCloseTo(one.loss, 12);
    expect(two.dLogits.get(1, 2)).toBeCloseTo(one.dLogits.get(0, 2) / 2, 12);
  });
});
