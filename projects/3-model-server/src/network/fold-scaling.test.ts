import * as np from "@ml-roadmap/ndarray";
import { assertAllClose } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { foldScaling } from "./fold-scaling.ts";
import { softmaxRows } from "./softmax-rows.ts";

const random = np.randomGenerator(3);
const normal = (shape: number[]) => random.standardNormal(shape).astype("float32");

describe("foldScaling", () => {
  test("takes raw pixels where the layer took scaled ones", () => {
    const [weight, bias] = [normal([4, 3]), normal([3])];
    const scaling = { mean: 0.1307, deviation: 0.3081 };
    const pixels = np.array([[0, 255, 17, 130]], { dtype: "float32" });
    const scaled = np.divide(np.subtract(np.divide(pixels, 255), scaling.mean), scaling.deviation);
    const folded = foldScaling(weight.toTyped("float32"), bias.toTyped("float32"), scaling);
    const found = np.add(np.matmul(pixels, np.fromTyped(folded.weight, [4, 3])), folded.bias);
    assertAllClose(found, np.add(np.matmul(scaled, weight), bias), { rtol: 1e-5, atol: 1e-5 });
  });
});

describe("softmaxRows", () => {
  test("sums to 1 in every row and does not overflow", () => {
    const p = softmaxRows(Float32Array.of(0, Math.log(3), 1000, 0), 2);
    assertAllClose(p, [0.25, 0.75, 1, 0], { rtol: 1e-6, atol: 1e-7 });
    expect(p[2]).toBe(1);
  });
});
