import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileFormatError, readJson } from "../phase/json.ts";
import type { PhaseFile, Step } from "../phase/schema.ts";
import { manifestFile, manifestSchema, type Manifest } from "../starter/manifest.ts";
import { overviewFile, overviewSchema } from "../starter/overview.ts";
import { openReference, referenceFile, type Reference } from "../starter/reference.ts";

/** A learner's copy of a starter. */
export interface LearnerFolder {
  /** Absolute. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly phase: PhaseFile;
  /** All phases of the roadmap, this one included. */
  readonly phases: readonly PhaseFile[];
}

/** The starter that holds a folder, or undefined where none does. */
export function findLearnerFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    // The real path: the test runner knows files by theirs, and one folder is one entry of the registry.
    if (existsSync(join(folder, manifestFile))) return realpathSync(folder);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Opens a starter. */
export function openLearnerFolder(path: string): LearnerFolder {
  const manifest = readJson(join(path, manifestFile), manifestSchema);
  const { phases } = readJson(join(path, overviewFile), overviewSchema);
  const phase = phases.find(({ id }) => id === manifest.phase);
  if (!phase)
    throw new FileFormatError(`${overviewFile} does not describe phase ${manifest.phase}`);
  return { path, manifest, phase, phases };
}

/** The reference; only `diff`, `solve` and `reset` may open them. */
export function readReference(folder: LearnerFolder): Reference {
  return openReference(readFileSync(join(folder.path, referenceFile)));
}

/** A step by its id. */
export function findStep(phase: PhaseFile, id: string): Step | undefined {
  return phase.steps.find((step) => step.id === id);
}
