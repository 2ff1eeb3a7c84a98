import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFunctions, type FunctionSpan } from "../markers/functions.ts";
import { parseRegions, type Region } from "../markers/regions.ts";
import { throwsTodo } from "../markers/syntax.ts";
import { hintCount, lessonSections, parseLesson } from "../phase/lesson.ts";
import type { Phase } from "../phase/repository.ts";
import { functionsOf, lessonFile } from "../phase/schema.ts";
import { loadVariants, type Variant } from "../phase/variants.ts";
import { shippedPaths } from "../starter/build.ts";
import type { Fault } from "./fault.ts";

/** How many wrong answers a step has at least. */
const mutantCount = 2;

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Markers: each shipped file's are well formed, and every region belongs where `phase.json` says. */
export function checkMarkers(phase: Phase): Fault[] {
  const faults: Fault[] = [];
  const tell = (text: string) => faults.push({ rule: "markers", message: text });
  const named = new Map<string, string>();
  for (const path of shippedPaths(phase)) {
    let regions: Region[];
    try {
      regions = parseRegions(readFileSync(join(phase.folder, path), "utf8"), path);
    } catch (error) {
      tell(message(error));
      continue;
    }
    for (const region of regions) {
      const place = `${path}:${region.start + 1}`;
      const step = phase.steps.find(({ id }) => id === region.step);
      const name = `${region.step} ${region.title}`;
      const other = named.get(name);
      named.set(name, place);
      if (region.kind === "step") tell(`${place}: a reference marks solutions, not steps`);
      else if (!step) tell(`${place}: phase.json has no step ${region.step}`);
      else if (step.file !== path) {
        tell(`${place}: phase.json says that step ${step.id} stands in ${step.file}`);
      }
      if (other !== undefined) tell(`${place}: the region "${name}" is already at ${other}`);
    }
  }
  for (const step of phase.steps) {
    const here = [...named].some(
      ([name, place]) => name.startsWith(`${step.id} `) && place.startsWith(`${step.file}:`),
    );
    if (!here) tell(`${step.file}: step ${step.id} has no region here`);
  }
  return faults;
}

/** Functions: a TypeScript region is part of one function's body, alone there, and of the right one. */
export async function checkFunctions(phase: Phase): Promise<Fault[]> {
  const faults: Fault[] = [];
  const tell = (text: string) => faults.push({ rule: "functions", message: text });
  const files = new Set(phase.steps.map(({ file }) => file).filter(throwsTodo));
  for (const file of files) {
    const text = readFileSync(join(phase.folder, file), "utf8");
    let functions: FunctionSpan[];
    let regions: Region[];
    try {
      functions = await listFunctions(text);
      regions = parseRegions(text, file);
    } catch (error) {
      tell(`${file}: ${message(error)}`);
      continue;
    }
    const owners = new Map<FunctionSpan, Region>();
    for (const region of regions) {
      const place = `${file}:${region.start + 1}`;
      const owner = innermost(functions, region);
      if (!owner) {
        tell(`${place}: this region is not inside one function's body`);
        continue;
      }
      const other = owners.get(owner);
      if (other) {
        tell(
          `${place}: ${owner.name ?? "this function"} already has the region of line ${other.start + 1}`,
        );
      }
      owners.set(owner, region);
      const step = phase.steps.find(({ id }) => id === region.step);
      const names = step ? functionsOf(step) : [];
      const around = functions.filter((span) => contains(span, region)).map(({ name }) => name);
      if (step && !around.some((name) => name !== undefined && names.includes(name))) {
        tell(
          `${place}: phase.json names ${names.join(" and ") || "no function"} for step ${step.id}, and this is ${around.at(-1) ?? "another"}`,
        );
      }
    }
  }
  return faults;
}

function contains(span: FunctionSpan, region: Region): boolean {
  return span.bodyStart < region.start && region.end < span.end;
}

/** The innermost function that holds a region whole; none if one begins before and ends inside it. */
function innermost(functions: readonly FunctionSpan[], region: Region): FunctionSpan | undefined {
  return functions
    .filter((span) => contains(span, region))
    .toSorted((a, b) => b.bodyStart - a.bodyStart)[0];
}

/** Lessons: a page for every step with its sections and hints, and no page without a step. */
export function checkLessons(phase: Phase): Fault[] {
  const faults: Fault[] = [];
  const tell = (text: string) => faults.push({ rule: "lessons", message: text });
  for (const step of phase.steps) {
    const file = lessonFile(step);
    if (!existsSync(join(phase.folder, file))) {
      tell(`${file} is missing: step ${step.id} has no lesson page`);
      continue;
    }
    const lesson = parseLesson(readFileSync(join(phase.folder, file), "utf8"));
    if (!lesson.title.startsWith(`${step.id} `)) {
      tell(`${file}: its first heading is "# ${step.id} ...", found "# ${lesson.title}"`);
    }
    for (const section of lessonSections) {
      // The hints are counted one by one.
      if (section !== "Hints" && !lesson.sections[section])
        tell(`${file}: "## ${section}" is missing or empty`);
    }
    const hints = lesson.hints.filter((text) => text !== "").length;
    if (hints !== hintCount) tell(`${file}: it has ${hints} hints, and a step has ${hintCount}`);
  }
  const folder = join(phase.folder, "lesson");
  const known = new Set(phase.steps.map(lessonFile));
  for (const name of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
    if (/^\d/.test(name) && !known.has(`lesson/${name}`)) {
      tell(`lesson/${name} belongs to no step of phase.json`);
    }
  }
  return faults;
}

/** A phase's variants. */
export interface Variants {
  readonly mutants: readonly Variant[];
  readonly alternatives: readonly Variant[];
}

/** Variants: all can be read, name a step, and every step has enough wrong answers. */
export function checkVariants(phase: Phase): { variants: Variants; faults: Fault[] } {
  const faults: Fault[] = [];
  const tell = (text: string) => faults.push({ rule: "variants", message: text });
  const load = (kind: Variant["kind"]) => {
    try {
      return loadVariants(phase.folder, kind);
    } catch (error) {
      tell(message(error));
      return undefined;
    }
  };
  const [mutants, alternatives] = [load("mutants"), load("alternatives")];
  for (const { kind, name, step, file } of [...(mutants ?? []), ...(alternatives ?? [])]) {
    const own = phase.steps.find(({ id }) => id === step);
    if (!own) tell(`${kind}/${name}: phase.json has no step ${step}`);
    else if (own.file !== file)
      tell(`${kind}/${name}: step ${step} stands in ${own.file}, not in ${file}`);
  }
  // Where they cannot be read, counting them would only repeat the fault.
  for (const { id } of mutants ? phase.steps : []) {
    const count = mutants!.filter(({ step }) => step === id).length;
    if (count < mutantCount) {
      tell(
        `step ${id} has ${count} wrong answers in mutants/, and a step has at least ${mutantCount}`,
      );
    }
  }
  return { variants: { mutants: mutants ?? [], alternatives: alternatives ?? [] }, faults };
}
