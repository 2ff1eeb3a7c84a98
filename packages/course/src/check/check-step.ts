import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { markerSyntax, throwsTodo } from "../markers/syntax.ts";
import type { Step } from "../phase/schema.ts";
import { explain, type Explanation } from "./explain.ts";
import type { RawError, RunResult, TestOutcome } from "./protocol.ts";
import { TimeoutError, type Session } from "./session.ts";
import { testFiles, testPattern } from "./step-tests.ts";

/** A test that failed, explained. */
export interface FailedTest {
  readonly name: string;
  readonly file: string;
  readonly explanation: Explanation;
}

/** What a check of one step found. */
export interface StepCheck {
  readonly step: Step;
  /** `unwritten`: the only thing wrong is code that is still missing. */
  readonly verdict: "passed" | "failed" | "unwritten";
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  /** Files that could not be run, with the reason. */
  readonly broken: readonly { readonly file: string; readonly error: RawError }[];
  /** The tests did not end; the one that was running, if known. */
  readonly timeout: { readonly seconds: number; readonly test: string | undefined } | undefined;
  /** What the code printed. */
  readonly printed: string;
}

/** The tests for a step are missing: a fault of the starter, not of the learner. */
export class NoTestsError extends Error {
  override name = "NoTestsError";
}

/** How long a step's tests may take before they are ended, in seconds. */
export const stepLimit = 30;

/** The same for all tests that belong to no step. */
const othersLimit = 600;

/**
 * Checks one step.
 *
 * @param changed absolute paths of files that changed since the session's last run.
 */
export async function checkStep(
  session: Session,
  root: string,
  step: Step,
  changed: readonly string[] = [],
): Promise<StepCheck> {
  if (hasTodoComment(root, step)) return unwritten(step);
  const files = testFiles(root, [step]);
  try {
    const result = await session.run({ pattern: testPattern([step]), files, changed }, stepLimit);
    return judge(step, files, result);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const { seconds, test } = error;
    return { ...unwritten(step), verdict: "failed", timeout: { seconds, test } };
  }
}

/**
 * Checks several steps in one run. Where that run does not end, each is checked by itself, so that one
 * endless loop does not hide the others.
 *
 * @param open starts a session; each one used is stopped.
 */
export async function checkSteps(
  open: () => Session,
  root: string,
  steps: readonly Step[],
): Promise<StepCheck[]> {
  const written = steps.filter((step) => !hasTodoComment(root, step));
  const request = { pattern: testPattern(written), files: testFiles(root, written), changed: [] };
  const session = open();
  try {
    const result = await session.run(request, stepLimit);
    // An error outside of any test may be of any step: then each is asked by itself.
    if (result.unhandled.length === 0 || written.length === 1) {
      return steps.map((step) =>
        written.includes(step)
          ? { ...judge(step, testFiles(root, [step]), result), printed: "" }
          : unwritten(step),
      );
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  } finally {
    session.stop();
  }
  const checks: StepCheck[] = [];
  for (const step of steps) {
    const own = open();
    try {
      checks.push(await checkStep(own, root, step));
    } finally {
      own.stop();
    }
  }
  return checks;
}

/** What the tests of no step found: the whole pipeline, the command line, code that ships complete. */
export interface OthersCheck {
  readonly passed: number;
  readonly failed: readonly FailedTest[];
}

/** Runs the tests that belong to no step; they pass when all steps are right together. */
export async function checkOthers(session: Session): Promise<OthersCheck> {
  const request = { pattern: String.raw`^(?!\d+\.\d+ )`, files: null, changed: [] };
  const { tests, broken, unhandled } = await session.run(request, othersLimit);
  const outside = [
    ...broken,
    ...unhandled.map((error) => ({ file: error.frames[0]?.file ?? "", errors: [error] })),
  ];
  return {
    passed: tests.filter(({ state }) => state === "passed").length,
    failed: [
      ...tests.filter(({ state }) => state === "failed").map(failedTest),
      ...outside.map(({ file, errors }) =>
        failedTest({ file, name: basename(file) || "outside of any test", errors }),
      ),
    ],
  };
}

function unwritten(step: Step): StepCheck {
  const nothing = { passed: 0, failed: [], broken: [], timeout: undefined, printed: "" };
  return { step, verdict: "unwritten", ...nothing };
}

/** Picks one step's part out of a run; `files` are the test files that hold its tests. */
function judge(step: Step, files: readonly string[], result: RunResult): StepCheck {
  const pattern = new RegExp(testPattern([step]));
  const own = result.tests.filter(({ name }) => pattern.test(name));
  const failed = own.filter(({ state }) => state === "failed").map(failedTest);
  const skipped = own.filter(({ state }) => state === "skipped").map(skippedTest);
  const normal = new Set(files.map((file) => file.replaceAll("\\", "/")));
  const broken = [
    ...result.broken
      .filter(({ file }) => normal.has(file))
      .map(({ file, errors }) => ({ file, error: errors[0] })),
    ...result.unhandled.map((error) => ({ file: error.frames[0]?.file ?? "", error })),
  ];
  if (own.length === 0 && broken.length === 0) {
    throw new NoTestsError(`step ${step.id} has no tests: no test's name opens with "${step.id} "`);
  }
  const missing =
    failed.length > 0 && failed.every(({ explanation }) => explanation.kind === "todo");
  // What kept a whole file from running says it better than each of its tests.
  if (broken.length === 0) failed.push(...skipped);
  const clean = failed.length === 0 && broken.length === 0;
  return {
    step,
    verdict: clean ? "passed" : missing && broken.length === 0 ? "unwritten" : "failed",
    passed: own.filter(({ state }) => state === "passed").length,
    failed,
    broken,
    timeout: undefined,
    printed: result.printed,
  };
}

/** A step passes when its tests ran; one that did not has proven nothing. */
function skippedTest({ name, file }: TestOutcome): FailedTest {
  const value = "the test did not run: is .only or .skip left in its file?";
  return {
    name,
    file,
    explanation: { kind: "error", facts: [{ label: "came", value }], diff: [], frames: [] },
  };
}

function failedTest(test: Pick<TestOutcome, "name" | "file" | "errors">): FailedTest {
  const [error] = test.errors;
  return { name: test.name, file: test.file, explanation: explain(error) };
}

/** Whether a Dockerfile or YAML still says that the step's code is missing; no test can meet that. */
function hasTodoComment(root: string, step: Step): boolean {
  const file = join(root, step.file);
  const syntax = markerSyntax(step.file);
  if (!syntax || throwsTodo(step.file) || !existsSync(file)) return false;
  const opening = syntax.missing(step.id, "");
  return readFileSync(file, "utf8")
    .split("\n")
    .some((line) => line.trim().startsWith(opening.trimEnd() + " "));
}
