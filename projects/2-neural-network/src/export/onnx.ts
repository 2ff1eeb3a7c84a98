// N images of H x W pixels and C channels. This project's arrays are (N, H, W, C); ONNX's
// convolutions want (N, C, H, W), so images travel through the graph that way round.
import type { NDArray } from "@ml-roadmap/ndarray";
import {
  encodeModel,
  type Attribute,
  type ModelNode,
  type OnnxModel,
  type ValueInfo,
} from "@ml-roadmap/onnx-grad";
import { CLASSES, SIDE } from "../data/dataset.ts";
import type { LayerSpec } from "../models/architecture.ts";
import type { Sequential } from "../network.ts";

/** A value in the graph: its name, and whether it is an image with the channels second. */
interface Flow {
  name: string;
  channelsFirst: boolean;
}

/** Layers whose ONNX operator takes its input and nothing else. */
const plain = {
  relu: "Relu",
  gelu: "Gelu",
  tanh: "Tanh",
  sigmoid: "Sigmoid",
  globalAveragePool: "GlobalAveragePool",
} as const;

/**
 * The network in evaluation mode as ONNX: `images` (batch, 28, 28, 1) float32, scaled as in training,
 * to `logits` (batch, 10).
 */
export function toOnnx(network: Sequential, specs: readonly LayerSpec[], name: string): Uint8Array {
  const arrays = new Map<string, NDArray>(Object.entries(network.buffers));
  for (const parameter of network.parameters) arrays.set(parameter.name, parameter.value);
  const graph = new Builder(arrays);
  const logits = graph.layers(specs, "", { name: "images", channelsFirst: false });
  graph.node("Identity", [logits.name], {}, "logits");
  const values: readonly ValueInfo[] = [];
  const inputs: readonly ValueInfo[] = [
    { name: "images", type: "float32", shape: ["batch", SIDE, SIDE, 1] },
  ];
  const outputs: readonly ValueInfo[] = [
    { name: "logits", type: "float32", shape: ["batch", CLASSES] },
  ];
  const { nodes, initializers } = graph;
  const content = { name, nodes, initializers, values, inputs, outputs };
  const model: OnnxModel = {
    irVersion: 9,
    producer: "ml-roadmap",
    opsets: { "": 20 },
    metadata: {},
    graph: content,
  };
  return encodeModel(model);
}

class Builder {
  readonly nodes: ModelNode[] = [];
  readonly initializers: OnnxModel["graph"]["initializers"][number][] = [];
  readonly #arrays: ReadonlyMap<string, NDArray>;

  constructor(arrays: ReadonlyMap<string, NDArray>) {
    this.#arrays = arrays;
  }

  node(
    opType: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
    output = `t${this.nodes.length}`,
  ): string {
    this.nodes.push({ opType, domain: "", name: output, inputs, outputs: [output], attributes });
    return output;
  }

  layers(specs: readonly LayerSpec[], prefix: string, input: Flow): Flow {
    let flow = input;
    for (const [i, spec] of specs.entries()) {
      flow = this.#layer(spec, `${prefix}${i}.${spec.type}.`, flow);
    }
    return flow;
  }

  #layer(spec: LayerSpec, prefix: string, input: Flow): Flow {
    const weight = (name: string) => this.#weight(prefix + name);
    switch (spec.type) {
      case "dropout":
        return input;
      case "dense": {
        const x = this.#arrange(input, false);
        return {
          name: this.node("Gemm", [x, weight("weight"), weight("bias")]),
          channelsFirst: false,
        };
      }
      case "conv2d":
        return this.#conv(spec, prefix, input);
      case "batchNorm": {
        // The operator normalises axis 1: the features of (N, D), the channels of an image.
        const names = ["gamma", "beta", "runningMean", "runningVariance"].map(weight);
        const epsilon = { epsilon: { kind: "float", value: 1e-5 } } as const;
        const name = this.node("BatchNormalization", [input.name, ...names], epsilon);
        return { ...input, name };
      }
      case "layerNorm": {
        const x = this.#arrange(input, false);
        const name = this.node("LayerNormalization", [x, weight("gamma"), weight("beta")], {
          axis: { kind: "int", value: -1 },
          epsilon: { kind: "float", value: 1e-5 },
        });
        return { name, channelsFirst: false };
      }
      case "maxPool":
      case "averagePool": {
        const sides = { kind: "ints", value: [spec.kernel, spec.kernel] } as const;
        const attributes = { kernel_shape: sides, strides: sides };
        const operator = spec.type === "maxPool" ? "MaxPool" : "AveragePool";
        const name = this.node(operator, [this.#arrange(input, true)], attributes);
        return { name, channelsFirst: true };
      }
      case "globalAveragePool": {
        const mean = this.node(plain[spec.type], [this.#arrange(input, true)]);
        return { name: this.node("Flatten", [mean]), channelsFirst: false };
      }
      case "flatten": {
        const name = this.node("Flatten", [this.#arrange(input, false)]);
        return { name, channelsFirst: false };
      }
      case "residual": {
        const inner = this.layers(spec.layers, prefix, input);
        const name = this.node("Add", [this.#arrange(input, inner.channelsFirst), inner.name]);
        return { ...inner, name };
      }
      case "relu":
      case "gelu":
      case "tanh":
      case "sigmoid":
        return { ...input, name: this.node(plain[spec.type], [input.name]) };
    }
  }

  #conv(spec: Extract<LayerSpec, { type: "conv2d" }>, prefix: string, input: Flow): Flow {
    const { kernel, channels, filters, stride = 1, bias = true } = spec;
    const ours = this.#arrays.get(`${prefix}weight`)!;
    const theirs = ours.reshape(kernel, kernel, channels, filters).transpose([3, 2, 0, 1]);
    const inputs = [this.#arrange(input, true), this.#store(`${prefix}weight`, theirs)];
    if (bias) inputs.push(this.#weight(`${prefix}bias`));
    const padding = kernel >> 1;
    const name = this.node("Conv", inputs, {
      kernel_shape: { kind: "ints", value: [kernel, kernel] },
      strides: { kind: "ints", value: [stride, stride] },
      pads: { kind: "ints", value: [padding, padding, padding, padding] },
    });
    return { name, channelsFirst: true };
  }

  /** The value with its channels where they are wanted. */
  #arrange({ name, channelsFirst }: Flow, wanted: boolean): string {
    if (channelsFirst === wanted) return name;
    const value = wanted ? [0, 3, 1, 2] : [0, 2, 3, 1];
    return this.node("Transpose", [name], { perm: { kind: "ints", value } });
  }

  #weight(name: string): string {
    return this.#store(name, this.#arrays.get(name)!);
  }

  #store(name: string, array: NDArray): string {
    this.initializers.push({
      name,
      type: "float32",
      dims: array.shape,
      bytes: new Uint8Array(Float32Array.from(array.toTyped()).buffer),
    });
    return name;
  }
}
