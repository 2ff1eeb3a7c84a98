import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the model that comes along: beside the bundle or the sources, or a level up from the build. */
export function defaultModelFolder(): string {
  const folders = ["./model", "../fixtures/model", "../../fixtures/model"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return folders.find((folder) => existsSync(`${folder}/config.json`)) ?? folders[1];
}

/** The gate's fixed set that comes along; the bundle has none. */
export function defaultFixedSet(): string {
  const files = ["../fixtures/gate.jsonl", "../../fixtures/gate.jsonl"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return files.find((file) => existsSync(file)) ?? files[0];
}
