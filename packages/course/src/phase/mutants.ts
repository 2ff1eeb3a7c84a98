import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fillRegions } from "../markers/fill.ts";
import { parseRegions, regionName, type Region } from "../markers/regions.ts";

/** A named wrong answer to a step. */
export interface Mutant {
  /** File name: `1.2-overflow.ts`. */
  readonly name: string;
  readonly step: string;
  /** What somebody who writes this believes. */
  readonly misconception: string;
  /** The file whose regions it replaces, from the project's top folder. */
  readonly file: string;
  readonly regions: readonly Region[];
}

/** A mutant file that cannot be used: which, and what is wrong with it. */
export class MutantError extends Error {
  override name = "MutantError";
}

/** Reads one mutant file; its first comment states the misconception, then `file:` names the source. */
export function parseMutant(text: string, name: string): Mutant {
  const step = /^(\d+\.\d+)-/.exec(name)?.[1];
  if (!step)
    throw new MutantError(`mutants/${name}: a mutant's name opens with its step, "1.2-..."`);
  const comment: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = /^\s*(?:\/\/(?!#)|#(?! (?:end)?region\b))\s?(.*)$/.exec(line);
    if (!words) break;
    comment.push(words[1]);
  }
  const fileLine = comment.findIndex((line) => line.startsWith("file:"));
  const misconception = comment
    .slice(0, Math.max(0, fileLine))
    .join(" ")
    .replace(/^Misconception:\s*/, "")
    .trim();
  if (fileLine < 0 || !misconception) {
    throw new MutantError(
      `mutants/${name}: opens with a comment "Misconception: ..." and then a comment "file: src/..."`,
    );
  }
  const regions = parseRegions(text, name);
  const foreign = regions.find((region) => region.step !== step || region.kind !== "solution");
  if (regions.length === 0 || foreign) {
    throw new MutantError(`mutants/${name}: holds one or more solution regions of step ${step}`);
  }
  return { name, step, misconception, file: comment[fileLine].slice(5).trim(), regions };
}

/** The mutants of a project, by name. */
export function loadMutants(folder: string): Mutant[] {
  const mutants = join(folder, "mutants");
  if (!existsSync(mutants)) return [];
  return readdirSync(mutants)
    .toSorted()
    .map((name) => parseMutant(readFileSync(join(mutants, name), "utf8"), name));
}

/** The source with a mutant's regions in place of the reference's. */
export function applyMutant(source: string, mutant: Mutant): string {
  const bodies = new Map(mutant.regions.map((region) => [regionName(region), region.body]));
  try {
    return fillRegions(source, mutant.file, bodies);
  } catch (error) {
    throw new MutantError(
      `mutants/${mutant.name}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
