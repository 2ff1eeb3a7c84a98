import { Worker } from "node:worker_threads";

/**
 * Starts the worker called `name` beside the module with the URL `from`. Run from TypeScript (tests), that
 * module's folder has no JavaScript: the build's file is taken, without the flags that select TypeScript sources.
 */
export function startWorker(name: string, from: string): Worker {
  const file = workerFile(name, from);
  return from.endsWith(".ts") ? new Worker(file, { execArgv: [] }) : new Worker(file);
}

export function workerFile(name: string, from: string): URL {
  const built = from.endsWith(".ts") ? from.replace(/\/src\/(?!.*\/src\/)/, "/dist/src/") : from;
  return new URL(`./${name}.js`, built);
}
