import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { DatasetEntry } from "../registry.ts";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles `download-child.ts`, since Node 20 runs no TypeScript: the path of the program. */
export async function bundleChild(): Promise<string> {
  const outDir = fileURLToPath(new URL("../../dist/test-child", import.meta.url));
  await build({
    root: packageFolder,
    logLevel: "error",
    configFile: false,
    build: { ssr: "src/test-support/download-child.ts", outDir, emptyOutDir: false, minify: false },
  });
  return `${outDir}/download-child.js`;
}

export interface Child {
  readonly process: ChildProcess;
  /** Lines printed so far. */
  readonly lines: string[];
  /** Resolves when a line satisfies the test. */
  until(test: (line: string) => boolean): Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

/** Starts the bundled program, by default as `node program dataDir entry patience`. */
export function startChild(command: readonly string[], options: SpawnOptions = {}): Child {
  const [file = process.execPath, ...args] = command;
  const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    lines.push(...text.trimEnd().split("\n"));
    for (const watcher of watchers) watcher();
  });
  const ended = once(child, "close").then(() => undefined);
  const until = (test: (line: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const watcher = () => {
        if (lines.some(test)) resolve();
      };
      watchers.add(watcher);
      void ended.then(() =>
        reject(new Error(`the process ended after: ${lines.slice(-3).join(" | ")}`)),
      );
      watcher();
    });
  return { process: child, lines, until, ended };
}

export function childArguments(program: string, dataDir: string, entry: DatasetEntry): string[] {
  return [
    process.execPath,
    program,
    dataDir,
    JSON.stringify(entry),
    JSON.stringify({ tries: 2, backoffMs: 5 }),
  ];
}
