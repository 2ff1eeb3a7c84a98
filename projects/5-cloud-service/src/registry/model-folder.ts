import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { hashFile } from "./hashing.ts";
import type { ManifestFile } from "./manifest.ts";
import { RegistryError } from "./registry-error.ts";

/** Without these a folder is no text model that can be served. */
export const REQUIRED = ["config.json", "tokenizer.json"] as const;

/** The files of a model's folder with their sizes and sums, by path; hidden ones are left out. */
export async function describeFolder(folder: string): Promise<ManifestFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new RegistryError(
        `push: ${folder} cannot be read (${error.code}): name a model folder`,
      );
    },
  );
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .toSorted();
  const missing: string[] = REQUIRED.filter((path) => !paths.includes(path));
  if (!paths.some((path) => /^onnx\/.*\.onnx$/.test(path))) missing.push("onnx/model.onnx");
  if (missing.length > 0) {
    throw new RegistryError(
      `push: ${folder} has no ${missing.join(", no ")}: expected a Hugging Face style folder with an ONNX export`,
    );
  }
  const files: ManifestFile[] = [];
  for (const path of paths) {
    const full = join(folder, path);
    files.push({ path, bytes: (await stat(full)).size, sha256: await hashFile(full) });
  }
  return files;
}
