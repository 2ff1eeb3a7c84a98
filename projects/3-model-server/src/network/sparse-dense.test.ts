import * as np from "@ml-roadmap/ndarray";
import { assertAllClose } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { foldScaling } from "./fold-scaling.ts";
import { softmaxRows } from "./softmax-rows.ts";
import { sparseDense } from "./sparse-dense.ts";

const random = np.randomGenerator(3);
const normal = (shape: number[]) => random.standardNormal(shape).astype("float32");

describe("sparseDense", () => {
  test.each([0, 1, 2, 3, 4, 5, 9])("is the matrix product for rows with %i numbers", (filled) => {
    const [x, weight, bias] = [normal([3, 9]), normal([9, 5]), normal([5])];
    for (let n = 0; n < 3; n++) for (let d = filled; d < 9; d++) x.set(0, n, d);
    const found = sparseDense(
      x.toTyped("float32"),
      weight.toTyped("float32"),
      bias.toTyped("float32"),
    );
    const expected = np.add(np.matmul(x, weight), bias);
    assertAllClose(np.fromTyped(found, [3, 5]), expected, { rtol: 1e-5, atol: 1e-6 });
  });
});

describe("foldScaling", () => {
  test("takes raw pixels where the layer took scaled ones", () => {
    const [weight, bias] = [normal([4, 3]).toTyped("float32"), normal([3]).toTyped("float32")];
    const scaling = { mean: 0.1307, deviation: 0.3081 };
    const pixels = Float32Array.of(0, 255, 17, 130);
    const scaled = pixels.map((pixel) => (pixel / 255 - scaling.mean) / scaling.deviation);
    const folded = foldScaling(weight, bias, scaling);
    const found = sparseDense(pixels, folded.weight, folded.bias);
    assertAllClose(found, sparseDense(scaled, weight, bias), { rtol: 1e-5, atol: 1e-5 });
  });
});

describe("softmaxRows", () => {
  test("sums to 1 in every row and does not overflow", () => {
    const p = softmaxRows(Float32Array.of(0, Math.log(3), 1000, 0), 2);
    assertAllClose(p, [0.25, 0.75, 1, 0], { rtol: 1e-6, atol: 1e-7 });
    expect(p[2]).toBe(1);
  });
});
