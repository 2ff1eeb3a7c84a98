import "@ml-roadmap/testing/matchers";
import { array, type NDArray } from "@ml-roadmap/ndarray";
import { checkGradient, seededNormal } from "@ml-roadmap/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { softmax, softmaxGradient } from "./softmax.ts";

test("1.11 softmax(Z) is exp(z) over the sum of its row", () => {
  const Z = array([
    [0, Math.log(2), Math.log(5)],
    [1, 1, 1],
  ]);
  expect(softmax(Z)).toBeAllClose(
    [
      [1 / 8, 2 / 8, 5 / 8],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    { rtol: 1e-14 },
  );
});

test("1.11 softmax(Z) does not overflow", () => {
  const Z = array([
    [1000, 1000],
    [-1000, -1001],
  ]);
  const e = Math.exp(-1);
  expect(softmax(Z)).toBeAllClose(
    [
      [0.5, 0.5],
      [1 / (1 + e), e / (1 + e)],
    ],
    { rtol: 1e-13 },
  );
});

test("1.11 softmax(Z) keeps a small probability in a row beside a large one in another", () => {
  // A shift by the largest logit of all rows would make the second row 0 / 0.
  const Z = array([
    [2000, 0],
    [0, Math.log(3)],
  ]);
  expect(softmax(Z).at(1)).toBeAllClose([0.25, 0.75], { rtol: 1e-13 });
});

test("1.11 softmax(Z) has rows that sum to 1 and do not change when a number is added to a row", () => {
  const row = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(row, fc.double({ min: -500, max: 500, noNaN: true }), (logits, shift) => {
      const p = softmax(array([logits]));
      expect(p.get(0, 0) + p.get(0, 1) + p.get(0, 2)).toBeAllClose(1, { rtol: 1e-14 });
      const shifted = softmax(array([logits.map((z) => z + shift)]));
      expect(shifted).toBeAllClose(p, { rtol: 1e-10 });
    }),
  );
});

test("1.11 softmaxGradient(X, Z, Y, s) of one sample is s (p - y) times [x, 1], a row a class", () => {
  const Z = array([[0, Math.log(3)]]);
  const gradient = softmaxGradient(array([[2, -1]]), Z, array([[1, 0]]), array([4]));
  // p = (1/4, 3/4), so the residuals are 4 (1/4 - 1) = -3 and 4 * 3/4 = 3
  expect(gradient).toBeAllClose(
    [
      [-6, 3, -3],
      [6, -3, 3],
    ],
    { rtol: 1e-14 },
  );
});

test("1.11 softmaxGradient(X, Z, Y, s) agrees with central differences of the cross-entropy", () => {
  const [N, D, K] = [6, 2, 3];
  const X = array(seededNormal(8, N * D)).reshape([N, D]);
  const labels = [0, 2, 1, 1, 0, 2];
  const weight = [1, 0.5, 2, 0.1, 3, 0.7];
  const Y = array(labels.map((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0))));
  const logits = (theta: NDArray) =>
    Array.from({ length: N }, (_, i) =>
      Array.from({ length: K }, (__, k) => {
        let z = theta.get(k, D);
        for (let j = 0; j < D; j++) z += X.get(i, j) * theta.get(k, j);
        return z;
      }),
    );
  const crossEntropy = (theta: NDArray) =>
    logits(theta).reduce((sum, z, i) => {
      const total = z.reduce((all, value) => all + Math.exp(value), 0);
      return sum + weight[i] * (Math.log(total) - z[labels[i]]);
    }, 0);
  checkGradient(
    crossEntropy,
    (theta, upstream) => {
      const gradient = softmaxGradient(X, array(logits(theta)), Y, array(weight));
      return array(gradient.toTyped().map((g) => upstream * g)).reshape([K, D + 1]);
    },
    array(seededNormal(9, K * (D + 1))).reshape([K, D + 1]),
  );
});
