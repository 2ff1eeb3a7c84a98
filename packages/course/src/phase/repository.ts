import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { readJson } from "./json.ts";
import { phaseSchema, type PhaseFile } from "./schema.ts";

/** A phase with the project that holds its reference solution. */
export interface Phase extends PhaseFile {
  /** The project's absolute folder. */
  readonly folder: string;
  /** The folder's name: `1-logistic-regression`. */
  readonly name: string;
}

/** The repository this code runs from, or undefined where it was installed into a starter. */
export function findRepository(from = fileURLToPath(import.meta.url)): string | undefined {
  const here = realpathSync(from);
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    const own = join(folder, "packages", "course");
    if (existsSync(join(folder, "pnpm-workspace.yaml")) && here.startsWith(own + sep)) {
      return folder;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** Reads one project's phase. */
export function loadPhase(folder: string, name: string): Phase {
  return { ...readJson(join(folder, "phase.json"), phaseSchema), folder, name };
}

/** Every phase that is built, in order: the projects that have a `phase.json`. */
export function loadPhases(repository: string): Phase[] {
  const projects = join(repository, "projects");
  return readdirSync(projects)
    .filter((name) => existsSync(join(projects, name, "phase.json")))
    .map((name) => loadPhase(join(projects, name), name))
    .toSorted((a, b) => a.id - b.id);
}
