import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Step } from "../phase/schema.ts";
import { roadmapFolder } from "../starter/manifest.ts";

/**
 * Keeps a copy of a step's file before something else is written into it.
 *
 * @returns the copy's path from the starter's top folder.
 */
export function keepAttempt(folder: string, step: Step, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, "-");
  const below = `${roadmapFolder}/attempts/${step.id}`;
  const path = `${below}/${stamp}-${basename(step.file)}`;
  mkdirSync(join(folder, below), { recursive: true });
  copyFileSync(join(folder, step.file), join(folder, path));
  return path;
}
