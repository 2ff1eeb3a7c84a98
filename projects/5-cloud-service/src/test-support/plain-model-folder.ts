import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A folder that looks like a model: for what never runs it. `text` makes its weights different. */
export async function plainModelFolder(root: string, text = "weights"): Promise<string> {
  const folder = join(root, `model-${crypto.randomUUID()}`);
  await mkdir(join(folder, "onnx"), { recursive: true });
  await writeFile(join(folder, "config.json"), "{}");
  await writeFile(join(folder, "tokenizer.json"), "{}");
  await writeFile(join(folder, "onnx/model.onnx"), text);
  return folder;
}
