import { randomGenerator, type Generator } from "@ml-roadmap/ndarray";
import { gelu, relu, sigmoid, tanh } from "../layers/activations.ts";
import { averagePool, globalAveragePool } from "../layers/average-pool.ts";
import { BatchNorm } from "../layers/batch-norm.ts";
import { Conv2d } from "../layers/conv2d.ts";
import { Dense } from "../layers/dense.ts";
import { Dropout } from "../layers/dropout.ts";
import { flatten } from "../layers/flatten.ts";
import { LayerNorm } from "../layers/layer-norm.ts";
import type { Layer } from "../layers/layer.ts";
import { maxPool } from "../layers/max-pool.ts";
import { Residual } from "../layers/residual.ts";
import { Sequential } from "../network.ts";

/** One layer as data: what a saved model's `model.json` lists, and what a network is built from. */
export type LayerSpec =
  | { type: "dense"; inputs: number; outputs: number; gain?: number }
  | {
      type: "conv2d";
      channels: number;
      filters: number;
      kernel: number;
      stride?: number;
      bias?: boolean;
    }
  | { type: "batchNorm" | "layerNorm"; features: number }
  | { type: "maxPool" | "averagePool"; kernel: number }
  | { type: "dropout"; rate: number }
  | { type: "relu" | "gelu" | "tanh" | "sigmoid" | "flatten" | "globalAveragePool" }
  | { type: "residual"; layers: LayerSpec[] };

function buildLayer(spec: LayerSpec, random: Generator): Layer {
  switch (spec.type) {
    case "dense":
      return new Dense(spec.inputs, spec.outputs, random, spec.gain);
    case "conv2d":
      return new Conv2d(spec, random);
    case "batchNorm":
      return new BatchNorm(spec.features);
    case "layerNorm":
      return new LayerNorm(spec.features);
    case "maxPool":
      return maxPool(spec.kernel);
    case "averagePool":
      return averagePool(spec.kernel);
    case "dropout":
      return new Dropout(spec.rate);
    case "relu":
      return relu();
    case "gelu":
      return gelu();
    case "tanh":
      return tanh();
    case "sigmoid":
      return sigmoid();
    case "flatten":
      return flatten();
    case "globalAveragePool":
      return globalAveragePool();
    case "residual":
      return new Residual(build(spec.layers, random));
  }
}

/** The network of these layers with fresh weights; the same generator state gives the same weights. */
export function build(
  specs: readonly LayerSpec[],
  random: Generator = randomGenerator(0),
): Sequential {
  return new Sequential(specs.map((spec) => buildLayer(spec, random)));
}
