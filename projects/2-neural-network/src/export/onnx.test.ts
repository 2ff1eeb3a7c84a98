import "@ml-roadmap/testing/matchers";
import { fromTyped, randomGenerator, type NDArray } from "@ml-roadmap/ndarray";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, test } from "vitest";
import { build, type LayerSpec } from "../models/architecture.ts";
import { cnn, mlp } from "../models/recipes.ts";
import type { Sequential } from "../network.ts";
import { toOnnx } from "./onnx.ts";

const everything: LayerSpec[] = [
  { type: "conv2d", channels: 1, filters: 4, kernel: 3, stride: 2, bias: false },
  { type: "batchNorm", features: 4 },
  { type: "tanh" },
  {
    type: "residual",
    layers: [
      { type: "layerNorm", features: 4 },
      { type: "conv2d", channels: 4, filters: 4, kernel: 3 },
      { type: "gelu" },
    ],
  },
  { type: "maxPool", kernel: 2 },
  { type: "conv2d", channels: 4, filters: 6, kernel: 1 },
  { type: "sigmoid" },
  { type: "averagePool", kernel: 7 },
  { type: "globalAveragePool" },
  { type: "dense", inputs: 6, outputs: 8 },
  { type: "layerNorm", features: 8 },
  { type: "dense", inputs: 8, outputs: 10 },
];

/** A network with weights, biases and statistics that are all different from their start values. */
function trained(specs: LayerSpec[]): Sequential {
  const random = randomGenerator(2);
  const network = build(specs, random);
  for (const parameter of network.parameters) {
    const noise = random.normal(0, 0.1, [...parameter.value.shape]).astype("float32");
    parameter.value.set(fromTyped(noise.toTyped("float32"), [...parameter.value.shape]));
  }
  for (const buffer of Object.values(network.buffers)) {
    buffer.set(random.uniform(0.5, 2, [...buffer.shape]).astype("float32"));
  }
  return network;
}

async function run(model: Uint8Array, images: NDArray): Promise<NDArray> {
  const session = await InferenceSession.create(model);
  const tensor = new Tensor("float32", images.toTyped("float32"), [...images.shape]);
  const { logits } = await session.run({ images: tensor });
  const values = await logits.getData();
  if (!(values instanceof Float32Array)) throw new TypeError("expected float32 logits");
  return fromTyped(values, [...logits.dims]);
}

test.each([
  ["the MLP with batch norm and dropout", mlp([784, 20, 10], { dropout: 0.5, batchNorm: true })],
  ["the CNN", cnn(4)],
  ["every other layer", everything],
])("toOnnx(network, specs, name) gives the same logits on ONNX Runtime: %s", async (_, specs) => {
  const network = trained(specs);
  const random = randomGenerator(7);
  const images = random.normal(0, 1, [5, 28, 28, 1]).astype("float32");
  const expected = network.forward(images, { training: false, random });
  const logits = await run(toOnnx(network, specs, "digits"), images);
  expect(logits).toBeAllClose(expected, { rtol: 1e-5, atol: 1e-5 });
});
