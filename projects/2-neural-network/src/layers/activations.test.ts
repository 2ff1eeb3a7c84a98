import "@ml-roadmap/testing/matchers";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { gelu, sigmoid, tanh } from "./activations.ts";
import { averagePool, globalAveragePool } from "./average-pool.ts";
import type { Layer } from "./layer.ts";
import { LayerNorm } from "./layer-norm.ts";

const mode = { training: true, random: randomGenerator(0) };

const layers: [string, () => Layer][] = [
  ["gelu", gelu],
  ["tanh", tanh],
  ["sigmoid", sigmoid],
  ["averagePool", () => averagePool(2)],
  ["globalAveragePool", globalAveragePool],
];

describe.each(layers)("%s", (name, make) => {
  const of = pytorch(name);

  test("equals PyTorch forward and backward", () => {
    const layer = make();
    expect(layer.forward(of("x"), mode)).toBeAllClose(of("y"), { rtol: 1e-9 });
    expect(layer.backward(of("dY"))).toBeAllClose(of("d_x"), { rtol: 1e-8 });
  });
});

test("layerNorm equals PyTorch forward and backward", () => {
  const of = pytorch("layerNorm");
  const layer = new LayerNorm(6);
  const [gamma, beta] = layer.parameters;
  gamma.value = of("gamma");
  beta.value = of("beta");
  expect(layer.forward(of("x"))).toBeAllClose(of("y"), { rtol: 1e-9 });
  expect(layer.backward(of("dY"))).toBeAllClose(of("d_x"), { rtol: 1e-8, atol: 1e-12 });
  expect(gamma.gradient).toBeAllClose(of("d_gamma"), { rtol: 1e-9 });
  expect(beta.gradient).toBeAllClose(of("d_beta"), { rtol: 1e-9 });
});
