import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../phase/json.ts";

const configSchema = z.looseObject({ compilerOptions: z.record(z.string(), z.unknown()) });

/** Options that serve the repository, or that would nag a learner in the middle of a step. */
const left = [
  "composite",
  "customConditions",
  "declaration",
  "noUnusedLocals",
  "noUnusedParameters",
  "tsBuildInfoFile",
];

/** The starter's `tsconfig.json`: the repository's own strictness, minus what only it needs. */
export function starterTsconfig(root: string, projectFolder: string): string {
  const base = readJson(join(root, "tsconfig.base.json"), configSchema).compilerOptions;
  const own = readJson(join(projectFolder, "tsconfig.json"), configSchema).compilerOptions;
  const compilerOptions = Object.fromEntries(
    Object.entries({ ...base, ...own, rootDir: ".", outDir: "dist" }).filter(
      ([name]) => !left.includes(name),
    ),
  );
  return `${JSON.stringify({ compilerOptions, include: ["src"] }, null, 2)}\n`;
}
