import * as np from "@ml-roadmap/ndarray";
import { assertAllClose, golden } from "@ml-roadmap/testing";
import { describe, expect, test } from "vitest";
import { layer, sequential, type Weights } from "./layers.ts";
import type { LayerSpec } from "./layer-spec.ts";

interface Numbers {
  shape: number[];
  data: number[];
}

const { networks } = golden<{
  networks: {
    name: string;
    architecture: LayerSpec[];
    weights: Record<string, Numbers>;
    x: Numbers;
    y: Numbers;
  }[];
}>(import.meta.url, "../../fixtures/networks.json");

const toArray = ({ shape, data }: Numbers) => np.fromTyped(Float32Array.from(data), shape);

describe("sequential", () => {
  test.each(networks)("gives PyTorch's outputs of $name", ({ architecture, weights, x, y }) => {
    const lookUp: Weights = (name, shape) => {
      expect(weights[name]?.shape).toEqual(shape);
      return toArray(weights[name]);
    };
    const found = sequential(architecture, lookUp)(toArray(x));
    assertAllClose(found, toArray(y), { rtol: 2e-5, atol: 2e-6 });
  });
});

describe("layer", () => {
  const none: Weights = () => {
    throw new Error("it has no weights");
  };

  test("leaves out what dropout would drop in training", () => {
    const x = np.array([[1, -2]], { dtype: "float32" });
    expect(layer({ type: "dropout", rate: 0.9 }, none)(x)).toBe(x);
  });

  test("pools whole windows only", () => {
    const x = np.arange(15).astype("float32").reshape(1, 3, 5, 1);
    const pooled = layer({ type: "maxPool", kernel: 2 }, none)(x);
    expect(pooled.toArray()).toEqual([[[[6], [8]]]]);
  });
});
