import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Frame } from "../check/protocol.ts";
import { functionsOf, type Step } from "../phase/schema.ts";

/** A file's path as the learner types it: from the starter's top folder. */
export function shortPath(root: string, file: string): string {
  return relative(root, file).replaceAll("\\", "/");
}

/** A folder as one would type it from another: relative where that is near, else absolute. */
export function typedPath(from: string, to: string): string {
  const near = relative(from, to) || ".";
  return near.startsWith(join("..", "..")) ? resolve(to) : near;
}

/** `src/scale.ts:12`. */
export function framePlace(root: string, frame: Frame): string {
  return `${shortPath(root, frame.file)}:${frame.line}`;
}

/**
 * Where a step's code goes, as `file:line`: its function, or its first marker. Of two functions it is
 * the one that `test`, a test's name, speaks of.
 */
export function stepPlace(root: string, step: Step, test = ""): string {
  const file = join(root, step.file);
  if (!existsSync(file)) return step.file;
  const lines = readFileSync(file, "utf8").split("\n");
  const names = functionsOf(step)
    .toSorted((a, b) => Number(speaksOf(test, b)) - Number(speaksOf(test, a)))
    .map((name) => name.replaceAll("$", "\\$"));
  const patterns = [
    ...names.map((name) => new RegExp(`\\bfunction\\*?\\s+${name}\\b|\\b${name}\\s*[=(<]`)),
    new RegExp(`region step ${step.id.replace(".", "\\.")} `),
  ];
  for (const pattern of patterns) {
    const line = lines.findIndex((text) => pattern.test(text) && !/^\s*(?:import|\*)/.test(text));
    if (line >= 0) return `${step.file}:${line + 1}`;
  }
  return step.file;
}

function speaksOf(test: string, name: string): boolean {
  return test.split(/[^\w$]+/).includes(name);
}

/** One line of a source file, trimmed, or nothing. */
export function sourceLine(frame: Frame): string {
  if (!existsSync(frame.file)) return "";
  return readFileSync(frame.file, "utf8").split(/\r?\n/)[frame.line - 1]?.trim() ?? "";
}
