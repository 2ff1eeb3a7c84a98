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

  test("gives a dense layer's rows together as each alone, filled or empty", () => {
    const random = np.randomGenerator(5);
    const dense = layer({ type: "dense", inputs: 20, outputs: 3 }, (_, shape) =>
      random.standardNormal([...shape]).astype("float32"),
    );
    for (const share of [1, 0.2]) {
      const values = Float32Array.from({ length: 120 }, () =>
        random.random() < share ? random.random() : 0,
      );
      const together = dense(np.fromTyped(values, [6, 20])).toTyped("float32");
      const alone = Array.from({ length: 6 }, (_, n) => [
        ...dense(np.fromTyped(values.slice(20 * n, 20 * n + 20), [1, 20])).toTyped("float32"),
      ]);
      assertAllClose(together, alone.flat(), { rtol: 1e-5, atol: 1e-6 });
    }
  });

  test("pools whole windows only", () => {
    const x = np.arange(15).astype("float32").reshape(1, 3, 5, 1);
    const pooled = layer({ type: "maxPool", kernel: 2 }, none)(x);
    expect(pooled.toArray()).toEqual([[[[6], [8]]]]);
  });
});
