import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { parse, toFloat32 } from "@ml-roadmap/safetensors";
import type { Model } from "../model.ts";
import { foldScaling } from "../network/fold-scaling.ts";
import { sequential, type Layer, type Weights } from "../network/layers.ts";
import { softmaxRows } from "../network/softmax-rows.ts";
import { badRequest } from "../problem.ts";
import { float32 } from "../tensors/datatype.ts";
import type { Tensor, Tensors } from "../tensors/tensor.ts";
import { readCard, type ModelCard } from "./model-card.ts";
import { ModelError } from "./model-error.ts";
import { verifyWeights } from "./verify-weights.ts";

// N images of H x W pixels, K labels.

export const PIXELS = "pixels";
export const PROBABILITIES = "probabilities";
export const LABEL = "label";

/**
 * A model that reads images from a folder with `model.safetensors` and `model.json`, as phase 2 writes
 * it: `pixels` FP32 (N, H, W) from 0 to 255 -> `probabilities` FP32 (N, K) and `label` INT32 (N).
 *
 * @throws ModelError when the folder is incomplete, altered or describes another network
 */
export async function loadImageModel(folder: string, { maxBatchSize = 64 } = {}): Promise<Model> {
  const card = await readCard(join(folder, "model.json"));
  const path = join(folder, "model.safetensors");
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ModelError(`${path} cannot be read (${error.code})`);
  });
  verifyWeights(bytes, card.sha256, path);
  const { weights, inHeap } = weightsOf(bytes, path);
  const close = () => np.release(...inHeap);
  const network = orClose(() => buildNetwork(card, weights), close);
  const [H, W] = card.input.shape;
  const K = card.labels.length;
  const predict = (inputs: Tensors): Tensors => {
    const { data, shape } = inputs.get(PIXELS)!;
    const N = shape[0];
    // What lies in the kernels' heap, as the weights do, is computed with where it lies.
    const probabilities = np.scope(() => {
      const logits = network(np.fromTyped(float32(data), [N, H, W]).copy());
      if (logits.shape[1] !== K) {
        throw new ModelError(`${path}: ${K} labels, but ${logits.shape[1]} outputs`);
      }
      return softmaxRows(logits.toTyped("float32"), K);
    });
    const labels = Int32Array.from({ length: N }, (_, n) => {
      const row = probabilities.subarray(n * K, (n + 1) * K);
      return row.indexOf(Math.max(...row));
    });
    return new Map<string, Tensor>([
      [
        PROBABILITIES,
        { name: PROBABILITIES, datatype: "FP32", shape: [N, K], data: probabilities },
      ],
      [LABEL, { name: LABEL, datatype: "INT32", shape: [N], data: labels }],
    ]);
  };
  return {
    name: card.name,
    version: card.version,
    platform: "ml-roadmap_safetensors",
    inputs: [{ name: PIXELS, datatype: "FP32", shape: [-1, H, W] }],
    outputs: [
      { name: PROBABILITIES, datatype: "FP32", shape: [-1, K] },
      { name: LABEL, datatype: "INT32", shape: [-1] },
    ],
    parameters: {
      labels: card.labels,
      metrics: card.metrics,
      sha256: card.sha256,
      ...(card.data && { data: card.data.description }),
    },
    maxBatchSize,
    check(inputs) {
      const pixels = float32(inputs.get(PIXELS)!.data);
      for (const value of pixels) {
        if (!(value >= 0 && value <= 255)) {
          throw badRequest(`${PIXELS}: expected 0 to 255, found ${value}`);
        }
      }
    },
    predict,
    close,
  };
}

/** What `build` gives; when it throws, nothing stays in the heap for a model that is not there. */
function orClose<T>(build: () => T, close: () => void): T {
  try {
    return build();
  } catch (error) {
    close();
    throw error;
  }
}

/** Looks up weights, copies them into the kernels' heap, and remembers what is to be released. */
function weightsOf(bytes: Uint8Array, path: string): { weights: Weights; inHeap: NDArray[] } {
  const inHeap: NDArray[] = [];
  let tensors: ReturnType<typeof parse>["tensors"];
  try {
    tensors = parse(bytes).tensors;
  } catch (error) {
    throw new ModelError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const weights: Weights = (name, shape) => {
    const tensor = tensors[name];
    if (!tensor || tensor.shape.join() !== shape.join()) {
      const found = tensor ? `(${tensor.shape.join(", ")})` : "nothing";
      throw new ModelError(`${path}: ${name} should be (${shape.join(", ")}), found ${found}`);
    }
    const array = np.toHeap(np.fromTyped(toFloat32(tensor), [...shape]));
    inHeap.push(array);
    return array;
  };
  return { weights, inHeap };
}

/** (N, H, W) raw pixels -> (N, K) logits. */
function buildNetwork(card: ModelCard, weights: Weights): Layer {
  const { architecture, input } = card;
  const dense = architecture[1];
  if (architecture[0].type === "flatten" && dense?.type === "dense") {
    const weight = weights("1.dense.weight", [dense.inputs, dense.outputs]);
    const bias = weights("1.dense.bias", [dense.outputs]);
    const folded = foldScaling(weight.toTyped("float32"), bias.toTyped("float32"), input);
    weight.set(np.fromTyped(folded.weight, [...weight.shape]));
    bias.set(np.fromTyped(folded.bias, [...bias.shape]));
    return sequential(architecture, (name, shape) => {
      if (name === "1.dense.weight") return weight;
      if (name === "1.dense.bias") return bias;
      return weights(name, shape);
    });
  }
  const network = sequential(architecture, weights);
  return (x) => {
    const pixels = x.toTyped("float32");
    const scaled = pixels.map((pixel) => (pixel / 255 - input.mean) / input.deviation);
    return network(np.fromTyped(scaled, [...x.shape, 1]));
  };
}
