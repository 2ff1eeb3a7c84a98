import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { multiply, randomGenerator, zeros } from "@ml-roadmap/ndarray";
import { serialize, type Tensor } from "@ml-roadmap/safetensors";

const sizes = [784, 256, 128, 10];

/** The very network of the tutorial service, whose weights are NumPy's random numbers of seed 0, as a model folder. */
export function tutorialModel(): string {
  const random = randomGenerator(0);
  const tensors: Record<string, Tensor> = {};
  const architecture: object[] = [{ type: "flatten" }];
  for (let i = 0; i + 1 < sizes.length; i++) {
    const [inputs, outputs] = [sizes[i], sizes[i + 1]];
    const weight = multiply(random.standardNormal([inputs, outputs]), 0.05).toTyped("float32");
    const name = `${architecture.length}.dense`;
    tensors[`${name}.weight`] = { dtype: "F32", shape: [inputs, outputs], data: weight };
    tensors[`${name}.bias`] = {
      dtype: "F32",
      shape: [outputs],
      data: zeros([outputs]).toTyped("float32"),
    };
    architecture.push({ type: "dense", inputs, outputs });
    if (i + 2 < sizes.length) architecture.push({ type: "relu" });
  }
  const folder = mkdtempSync(join(tmpdir(), "bench-model-"));
  const bytes = serialize(tensors);
  const card = {
    name: "digits",
    version: "1",
    architecture,
    // The service takes numbers as they come.
    input: { shape: [28, 28], mean: 0, deviation: 1 / 255 },
    labels: Array.from({ length: 10 }, (_, digit) => String(digit)),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  writeFileSync(join(folder, "model.safetensors"), bytes);
  writeFileSync(join(folder, "model.json"), JSON.stringify(card));
  return folder;
}
