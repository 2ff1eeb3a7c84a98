import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { RawError, RunResult, TestOutcome } from "../check/protocol.ts";
import { startSession, TimeoutError, type Session } from "../check/session.ts";
import { testFiles, testPattern } from "../check/step-tests.ts";
import { throwsTodo } from "../markers/syntax.ts";
import { todoFile, todoSource } from "../markers/todo.ts";
import type { Answers } from "../phase/answers.ts";
import type { Phase } from "../phase/repository.ts";
import type { Step } from "../phase/schema.ts";
import { applyVariant, type Variant } from "../phase/variants.ts";
import { starterPath } from "../starter/paths.ts";
import type { Fault, Rule } from "./fault.ts";
import { makeSandbox, type Sandbox } from "./sandbox.ts";
import type { Variants } from "./static-rules.ts";

/** How long a mutant may run: a wrong answer that never ends is noticed as well. */
const mutantSeconds = 30;

/** How long all tests of a phase may run. */
const wholeSeconds = 600;

/** More runners side by side than this only wait for memory. */
const mostLanes = 4;

/**
 * Runs a phase's tests on the reference, the starter, and every variant, with warm runners.
 *
 * @param others whether tests that belong to no step run on the reference too; they take most of the
 *   time, and the standalone starter runs them again.
 */
export async function checkTests(
  root: string,
  phase: Phase,
  answers: Answers,
  compiled: ReadonlyMap<string, Buffer>,
  variants: Variants,
  others = true,
): Promise<Fault[]> {
  const first = new Bench(root, phase);
  try {
    const steps = others ? [] : phase.steps;
    const faults = onReference(phase, await first.run(steps, wholeSeconds));
    // A variant tells nothing while its step's tests fail on the reference.
    if (faults.length === 0) {
      const all = [...variants.mutants, ...variants.alternatives];
      faults.push(...(await tryVariants(root, phase, all, first)));
    }
    for (const [path, content] of compiled) first.write(path, content);
    first.write(todoFile, todoSource);
    return [...faults, ...onStarter(phase, answers, await first.run([], wholeSeconds))];
  } finally {
    first.close();
  }
}

/** Tries variants side by side, one at a time in each of as many benches as there are processors. */
async function tryVariants(
  root: string,
  phase: Phase,
  variants: readonly Variant[],
  first: Bench,
): Promise<Fault[]> {
  const lanes = Math.min(mostLanes, availableParallelism(), Math.ceil(variants.length / 4));
  const others = Array.from({ length: Math.max(0, lanes - 1) }, () => new Bench(root, phase));
  const verdicts = new Map<Variant, Verdict>();
  const queue = [...variants];
  const work = async (bench: Bench) => {
    for (let variant = queue.shift(); variant; variant = queue.shift()) {
      verdicts.set(variant, await tryVariant(bench, phase, variant));
    }
  };
  try {
    await Promise.all([first, ...others].map(work));
  } finally {
    for (const bench of others) bench.close();
  }
  return variants.flatMap((variant) => variantFault(variant, verdicts.get(variant)!) ?? []);
}

/** A sandbox with its test runner: knows which files changed, and survives code that never ends. */
class Bench {
  readonly #sandbox: Sandbox;
  readonly #changed = new Set<string>();
  #session: Session;

  constructor(root: string, phase: Phase) {
    this.#sandbox = makeSandbox(root, phase);
    this.#session = this.#open();
  }

  write(path: string, text: string | Buffer): void {
    this.#changed.add(this.#sandbox.write(path, text));
  }

  /** Runs the tests of some steps, or all. */
  async run(steps: readonly Step[], seconds: number): Promise<RunResult> {
    const changed = [...this.#changed];
    this.#changed.clear();
    const pattern = steps.length > 0 ? testPattern(steps) : null;
    const files = steps.length > 0 ? testFiles(this.#sandbox.path, steps) : null;
    try {
      return await this.#session.run({ pattern, files, changed }, seconds);
    } catch (error) {
      if (error instanceof TimeoutError) this.#session = this.#open();
      throw error;
    }
  }

  close(): void {
    this.#session.stop();
    this.#sandbox.remove();
  }

  #open(): Session {
    return startSession({ root: this.#sandbox.path, source: false });
  }
}

function ownerOf(phase: Phase, test: TestOutcome): Step | undefined {
  return phase.steps.find(({ id }) => test.name.startsWith(`${id} `));
}

/** On the reference every test passes, and every step has some. */
function onReference(phase: Phase, result: RunResult): Fault[] {
  const faults: Fault[] = [];
  const tell = (message: string) => faults.push({ rule: "reference", message });
  for (const { file, errors } of result.broken) {
    tell(`${file.split("/").at(-1)} cannot be run on the reference: ${firstLine(errors[0])}`);
  }
  for (const error of result.unhandled) tell(`outside of any test: ${firstLine(error)}`);
  for (const test of result.tests) {
    if (test.state === "failed") tell(`"${test.name}" fails: ${firstLine(test.errors[0])}`);
    if (test.state === "skipped" && ownerOf(phase, test)) tell(`"${test.name}" is skipped`);
  }
  for (const step of phase.steps) {
    if (!result.tests.some((test) => ownerOf(phase, test) === step)) {
      tell(`step ${step.id} has no test: no test's name opens with "${step.id} "`);
    }
  }
  return faults;
}

/** On the starter a step's tests fail with its own Todo, and the others pass or meet one. */
function onStarter(phase: Phase, answers: Answers, result: RunResult): Fault[] {
  const faults: Fault[] = [];
  const tell = (message: string) => faults.push({ rule: "todo", message });
  for (const { file, errors } of result.broken) {
    // A file with tests was loaded, and its set-up failed: that may need what is still to be written.
    const isLoaded = result.tests.some((test) => test.file === file);
    const isTodo = errors.every((error) => mentions(error, regionNames(phase.steps, answers)));
    if (isLoaded && isTodo) continue;
    const what = isLoaded ? "be set up" : "be loaded";
    tell(`${file.split("/").at(-1)} cannot ${what} on the starter: ${firstLine(errors[0])}`);
  }
  for (const error of result.unhandled) {
    if (!mentions(error, regionNames(phase.steps, answers))) {
      tell(`outside of any test on the starter: ${firstLine(error)}`);
    }
  }
  for (const test of result.tests) {
    const step = ownerOf(phase, test);
    if (step && test.state === "passed") {
      tell(
        `"${test.name}" passes on the starter: what ships complete is tested without a step's id`,
      );
    }
    if (test.state !== "failed") continue;
    // A Dockerfile or YAML cannot throw: there, failing is all that a test can do.
    if (step && !throwsTodo(step.file)) continue;
    const names = regionNames(step ? [step] : phase.steps, answers);
    if (test.errors.some((error) => mentions(error, names))) continue;
    const wanted = step ? `step ${step.id}'s own Todo` : "a Todo";
    tell(`"${test.name}" fails on the starter without ${wanted}: ${firstLine(test.errors[0])}`);
  }
  return faults;
}

function regionNames(steps: readonly Step[], answers: Answers): string[] {
  return steps.flatMap(({ id }) => answers[id].regions.map(({ title }) => `${id} ${title}`));
}

/** Whether an error is, or speaks of, one of these Todos. */
function mentions(error: RawError, names: readonly string[]): boolean {
  const text = [error.message, error.actual ?? "", error.diff ?? ""].join("\n");
  if (names.some((name) => text.includes(name))) return true;
  return error.cause !== undefined && mentions(error.cause, names);
}

type Verdict = "passes" | "fails" | "is broken";

async function tryVariant(bench: Bench, phase: Phase, variant: Variant): Promise<Verdict> {
  const step = phase.steps.find(({ id }) => id === variant.step);
  if (!step) return "is broken";
  const source = readFileSync(join(phase.folder, step.file), "utf8");
  const target = starterPath(step.file);
  try {
    bench.write(target, applyVariant(source, variant));
  } catch {
    return "is broken";
  }
  try {
    const result = await bench.run([step], mutantSeconds);
    if (result.broken.length > 0) return "is broken";
    const failed = result.tests.some(({ state }) => state === "failed");
    return failed || result.unhandled.length > 0 ? "fails" : "passes";
  } catch (error) {
    if (error instanceof TimeoutError) return "fails";
    throw error;
  } finally {
    bench.write(target, source);
  }
}

function variantFault(variant: Variant, verdict: Verdict): Fault | undefined {
  const { kind, name, step, idea } = variant;
  const rule: Rule = kind;
  const place = `${kind}/${name}`;
  if (verdict === "is broken") {
    return { rule, message: `${place} cannot be put in: it has other regions, or does not load` };
  }
  if (kind === "mutants" && verdict === "passes") {
    return { rule, message: `${place} survives: no test of step ${step} notices "${idea}"` };
  }
  if (kind === "alternatives" && verdict === "fails") {
    return {
      rule,
      message: `${place} is right and does not pass: the tests of step ${step} ask for too much`,
    };
  }
  return undefined;
}

function firstLine({ name, message }: RawError): string {
  const [first, ...rest] = message.split("\n").filter((line) => line.trim() !== "");
  // "Transform failed with 1 error:" says nothing without the next line.
  return `${name}: ${first?.endsWith(":") ? `${first} ${rest[0] ?? ""}` : first}`;
}
