import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the model that comes along: beside the bundle or the sources, or a level up from the build. */
export function defaultModelFolder(): string {
  const folders = ["./model", "../fixtures/model", "../../fixtures/model"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return folders.find((folder) => existsSync(`${folder}/config.json`)) ?? folders[1];
}
