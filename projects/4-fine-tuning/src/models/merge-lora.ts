import { fromTyped } from "@ml-roadmap/ndarray";
import { loraNames, mergedWeight, type Lora } from "./lora.ts";

/**
 * Weights with every low-rank update added to its layer, under the names of the plain model. The given weights
 * are left as they are, so that taking the updates out again is exact.
 */
export function mergeLora(
  weights: Readonly<Record<string, Float32Array>>,
  { rank, alpha }: Lora,
): Record<string, Float32Array> {
  const merged: Record<string, Float32Array> = {};
  for (const [name, data] of Object.entries(weights)) {
    if (name.includes(".lora_")) continue;
    const { down, up } = loraNames(name.replace(/\.weight$/, ""));
    const [a, b] = [weights[down], weights[up]];
    if (!name.endsWith(".weight") || a === undefined || b === undefined) {
      merged[name] = data;
      continue;
    }
    const [inputs, outputs] = [a.length / rank, b.length / rank];
    const sum = mergedWeight(
      fromTyped(data, [outputs, inputs]),
      fromTyped(a, [rank, inputs]),
      fromTyped(b, [outputs, rank]),
      alpha / rank,
    );
    merged[name] = sum.toTyped("float32");
  }
  return merged;
}
