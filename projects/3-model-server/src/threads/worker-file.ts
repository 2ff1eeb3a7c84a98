import { existsSync } from "node:fs";

/**
 * The file of a worker beside a module: `workerFile("image-worker", import.meta.url)`. In a bundle it may
 * end in `.mjs`. Node 20 runs no TypeScript, so for a module that runs from its source the build's file is
 * taken.
 */
export function workerFile(name: string, from: string): URL {
  const base = from.endsWith(".ts") ? from.replace(/\/src\/(?!.*\/src\/)/, "/dist/src/") : from;
  const files = ["js", "mjs"].map((ending) => new URL(`./${name}.${ending}`, base));
  return files.find((file) => existsSync(file)) ?? files[0];
}
