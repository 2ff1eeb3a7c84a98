import "@ml-roadmap/testing/matchers";
import { array, randomGenerator, sum as npSum } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { relu as reluLayer } from "../layers/activations.ts";
import { Dense } from "../layers/dense.ts";
import { oneHot } from "../losses/one-hot.ts";
import { Sequential } from "../network.ts";
import { lossAndGradients } from "../training/step.ts";
import * as tape from "./tape.ts";
import { Variable } from "./tape.ts";

describe("2.16 backward", () => {
  test("gives the derivative of a product", () => {
    const [x, y] = [new Variable(array([3])), new Variable(array([4]))];
    tape.backward(tape.sum(tape.multiply(x, y)));
    expect([x.gradient.item(), y.gradient.item()]).toEqual([4, 3]);
  });

  test("adds up what comes back along several paths", () => {
    const x = new Variable(array([3]));
    const square = tape.multiply(x, x);
    tape.backward(tape.sum(tape.add(tape.multiply(square, x), square))); // x³ + x²
    expect(x.gradient.item()).toBe(3 * 9 + 2 * 3);
  });

  test("finishes a variable's gradient before it passes it on", () => {
    // d = b + c and both come from a: if d's halves were sent on one by one, b would be sent twice.
    const a = new Variable(array([2]));
    const b = tape.multiply(a, a);
    const c = tape.multiply(b, a);
    tape.backward(tape.sum(tape.add(tape.multiply(b, c), b))); // a⁵ + a²
    expect(a.gradient.item()).toBe(5 * 16 + 2 * 2);
  });

  test("leaves variables alone that the loss does not depend on", () => {
    const [x, stranger] = [new Variable(array([1])), new Variable(array([1]))];
    tape.backward(tape.sum(tape.exp(x)));
    expect(stranger.gradient.item()).toBe(0);
  });
});

test("the tape and the hand-written backward passes agree on a whole network", () => {
  const random = randomGenerator(8);
  const x = random.normal(0, 1, [6, 5]);
  const labels = [0, 2, 1, 1, 0, 2];
  const network = new Sequential([new Dense(5, 4, random), reluLayer(), new Dense(4, 3, random)]);
  for (const parameter of network.parameters) parameter.value = parameter.value.astype("float64");
  const targets = oneHot(labels, 3).astype("float64");
  const { loss } = lossAndGradients(network, x, targets, { training: true, random });

  const [w1, b1, w2, b2] = network.parameters.map(({ value }) => new Variable(value));
  const hidden = tape.relu(tape.add(tape.matmul(new Variable(x), w1), b1));
  const scores = tape.add(tape.matmul(hidden, w2), b2);
  const logSum = tape.log(tape.sum(tape.exp(scores), 1));
  const minus = new Variable(array([-1]));
  const logProbabilities = tape.add(scores, tape.multiply(logSum, minus));
  const picked = tape.multiply(logProbabilities, new Variable(targets));
  const tapeLoss = tape.multiply(tape.sum(picked), new Variable(array(-1 / 6)));
  tape.backward(tapeLoss);

  expect(npSum(tapeLoss.value)).toBeCloseTo(loss, 12);
  for (const [i, variable] of [w1, b1, w2, b2].entries()) {
    expect(variable.gradient).toBeAllClose(network.parameters[i].gradient, {
      rtol: 1e-9,
      atol: 1e-14,
    });
  }
});
