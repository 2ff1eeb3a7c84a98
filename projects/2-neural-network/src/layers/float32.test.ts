import { abs, max, randomGenerator, subtract, type NDArray } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { gelu, relu, sigmoid, tanh } from "./activations.ts";
import { averagePool, globalAveragePool } from "./average-pool.ts";
import { BatchNorm } from "./batch-norm.ts";
import { Conv2d } from "./conv2d.ts";
import { Dense } from "./dense.ts";
import { LayerNorm } from "./layer-norm.ts";
import type { Layer } from "./layer.ts";
import { maxPool } from "./max-pool.ts";

const random = randomGenerator(0);
const convolution = (kernel: number, stride: number, padding: number) => () =>
  new Conv2d({ channels: 3, filters: 2, kernel, stride, padding }, random);

const layers: [string, () => Layer][] = [
  ["dense", () => new Dense(4, 3, random)],
  ["relu", relu],
  ["gelu", gelu],
  ["tanh", tanh],
  ["sigmoid", sigmoid],
  ["batchNorm", () => new BatchNorm(3)],
  ["layerNorm", () => new LayerNorm(6)],
  ["maxPool", () => maxPool(2)],
  ["averagePool", () => averagePool(2)],
  ["globalAveragePool", globalAveragePool],
  ["conv2d", convolution(3, 1, 1)],
  ["conv2dStride", convolution(3, 2, 1)],
  ["conv2dValid", convolution(2, 1, 0)],
];

test.each(layers)("%s in float32, as it is trained, is within 1e-5 of PyTorch", (name, create) => {
  const layer = create();
  const of = pytorch(name);
  const single = (key: string) => of(key).astype("float32");
  const near = (found: NDArray, key: string) => {
    const expected = of(key).reshape(found.shape);
    const error = max(abs(subtract(found, expected))) / max(abs(expected));
    expect(found.dtype).toBe("float32");
    if (!(error < 1e-5)) throw new Error(`${name}: ${key} differs by ${error}`);
  };
  for (const parameter of layer.parameters) {
    parameter.value = single(parameter.name).reshape(parameter.value.shape);
  }
  near(layer.forward(single("x"), { training: true, random }), "y");
  near(layer.backward(single("dY")), "d_x");
  for (const { name: parameter, gradient } of layer.parameters) near(gradient, `d_${parameter}`);
});
