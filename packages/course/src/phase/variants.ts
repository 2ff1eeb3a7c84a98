import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fillRegions } from "../markers/fill.ts";
import { parseRegions, regionName, type Region } from "../markers/regions.ts";

/** `mutants` holds wrong answers, `alternatives` right ones that differ from the reference. */
export type VariantKind = "mutants" | "alternatives";

/** Another answer to a step: the bodies of its regions and what somebody who writes it thinks. */
export interface Variant {
  readonly kind: VariantKind;
  /** File name: `1.2-overflow.ts`. */
  readonly name: string;
  readonly step: string;
  /** The misconception, or what is different. */
  readonly idea: string;
  /** The file whose regions it replaces, from the project's top folder. */
  readonly file: string;
  readonly regions: readonly Region[];
}

/** A variant that cannot be used: which, and what is wrong with it. */
export class VariantError extends Error {
  override name = "VariantError";
}

const openings = { mutants: "Misconception", alternatives: "Alternative" } as const;

/** Reads one variant: its first comment says what it believes, the next names the file. */
export function parseVariant(text: string, kind: VariantKind, name: string): Variant {
  const place = `${kind}/${name}`;
  const step = /^(\d+\.\d+)-/.exec(name)?.[1];
  if (!step) throw new VariantError(`${place}: its name must open with its step, as "1.2-..."`);
  const comment: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = /^\s*(?:\/\/(?!#)|#(?! (?:end)?region\b))\s?(.*)$/.exec(line);
    if (!words) break;
    comment.push(words[1]);
  }
  const fileLine = comment.findIndex((line) => line.startsWith("file:"));
  const idea = comment.slice(0, Math.max(0, fileLine)).join(" ").trim();
  const opening = `${openings[kind]}: `;
  if (!idea.startsWith(opening) || idea.length === opening.length) {
    throw new VariantError(
      `${place}: must open with the comments "${opening}..." and "file: src/..."`,
    );
  }
  const regions = parseRegions(text, name);
  const foreign = regions.some((region) => region.step !== step || region.kind !== "solution");
  if (regions.length === 0 || foreign) {
    throw new VariantError(`${place}: must hold solution regions of step ${step}, and no others`);
  }
  const file = comment[fileLine].slice("file:".length).trim();
  return { kind, name, step, idea: idea.slice(opening.length), file, regions };
}

/** A project's variants of one kind, by name. */
export function loadVariants(folder: string, kind: VariantKind): Variant[] {
  const variants = join(folder, kind);
  if (!existsSync(variants)) return [];
  return readdirSync(variants)
    .toSorted()
    .map((name) => parseVariant(readFileSync(join(variants, name), "utf8"), kind, name));
}

/** The source with a variant's regions in place of the reference's. */
export function applyVariant(source: string, variant: Variant): string {
  const bodies = new Map(variant.regions.map((region) => [regionName(region), region.body]));
  try {
    return fillRegions(source, variant.file, bodies);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new VariantError(`${variant.kind}/${variant.name}: ${why}`);
  }
}
