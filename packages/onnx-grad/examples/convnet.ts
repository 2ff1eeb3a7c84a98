import * as og from "@ml-roadmap/onnx-grad";
import type { Graph, Value } from "@ml-roadmap/onnx-grad";

export type ConvNetConfig = {
  readonly size: number;
  readonly channels: number;
  readonly classes: number;
};

/** Two convolutions and a linear layer for square images: `images` `(B, 1, size, size)` and `labels` `(B)` are fed. */
export function convNet(
  graph: Graph,
  { size, channels, classes }: ConvNetConfig,
): { loss: Value; outputs: { logits: Value } } {
  const images = graph.input("images", ["batch", 1, size, size]);
  const labels = graph.input("labels", ["batch"], "int64");
  const layer = (name: string, x: Value, width: number): Value => {
    const weight = graph.parameter(`${name}.weight`, [width, Number(x.shape[1]), 3, 3], og.fanIn);
    const bias = graph.parameter(`${name}.bias`, [width], og.fanIn);
    return og.maxPool(og.relu(og.conv(x, weight, bias, { padding: 1 })), 2);
  };
  const x = layer("conv2", layer("conv1", images, channels), 2 * channels);
  const features = Number(x.shape[1]) * (size / 4) ** 2;
  const weight = graph.parameter("fc.weight", [classes, features], og.fanIn);
  const bias = graph.parameter("fc.bias", [classes], og.fanIn);
  const logits = og.linear(og.reshape(x, ["batch", features]), weight, bias);
  return { loss: og.crossEntropy(logits, labels), outputs: { logits } };
}
