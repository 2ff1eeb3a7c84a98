import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of `roadmap-bert`, which comes along: beside the sources, or a level up from the build. */
export function defaultModelFolder(): string {
  const folders = ["../../fixtures/roadmap-bert", "../../../fixtures/roadmap-bert"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return folders.find((folder) => existsSync(folder)) ?? folders[0];
}
