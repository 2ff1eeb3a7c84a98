import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../phase/json.ts";
import type { PhaseFile, Step } from "../phase/schema.ts";
import { writeWhole } from "./write-file.ts";

/** The learner's progress: one readable file at the top of the starter. */
export const progressFile = "progress.json";

const time = z.string();

const stepSchema = z.strictObject({
  /** When it first passed. */
  passed: time.optional(),
  /** It passed once and does not any more. */
  broken: z.literal(true).optional(),
  /** Checks that failed before it passed. */
  failures: z.number().int().min(0).default(0),
  /** Hints read, 0 to 3. */
  hints: z.number().int().min(0).default(0),
  /** When the solution was shown before passing. */
  gaveUp: time.optional(),
  /** When the solution was put in. */
  filled: time.optional(),
});

const progressSchema = z.strictObject({
  format: z.literal(1),
  phase: z.number().int(),
  started: time,
  steps: z.record(z.string(), stepSchema).default({}),
  /** Items of the learning list ticked off, such as `1a`, and when. */
  learned: z.record(z.string(), time).default({}),
});

export type StepProgress = z.infer<typeof stepSchema>;
export type Progress = z.infer<typeof progressSchema>;

/** Where a step stands. */
export type StepState = "passed" | "filled" | "broken" | "open";

const untouched: StepProgress = { failures: 0, hints: 0 };

/** Reads the progress; a starter that has none yet begins now. */
export function readProgress(folder: string, phase: number, now: Date): Progress {
  const file = join(folder, progressFile);
  if (!existsSync(file)) {
    return { format: 1, phase, started: now.toISOString(), steps: {}, learned: {} };
  }
  return readJson(file, progressSchema);
}

/** Writes the progress, whole or not at all. */
export function writeProgress(folder: string, progress: Progress): void {
  writeWhole(join(folder, progressFile), `${JSON.stringify(progress, null, 2)}\n`);
}

/** A step's record; one that was never tried has an empty one. */
export function progressOf(progress: Progress, step: Step): StepProgress {
  const record: StepProgress | undefined = progress.steps[step.id];
  return record ?? untouched;
}

/** The progress with some fields of a step changed. */
export function withStep(progress: Progress, step: Step, change: Partial<StepProgress>): Progress {
  const merged = { ...progressOf(progress, step), ...change };
  if (merged.broken === undefined) delete merged.broken;
  return { ...progress, steps: { ...progress.steps, [step.id]: merged } };
}

/** The progress after a check of a step. */
export function withCheck(progress: Progress, step: Step, passed: boolean, now: Date): Progress {
  const before = progressOf(progress, step);
  if (passed) {
    return withStep(progress, step, {
      passed: before.passed ?? now.toISOString(),
      broken: undefined,
    });
  }
  if (before.passed !== undefined) return withStep(progress, step, { broken: true });
  return withStep(progress, step, { failures: before.failures + 1 });
}

/** Where a step stands. */
export function stateOf(progress: Progress, step: Step): StepState {
  const { passed, broken, filled } = progressOf(progress, step);
  if (passed === undefined) return "open";
  if (broken) return "broken";
  return filled === undefined ? "passed" : "filled";
}

/** The first step that does not pass, or undefined when all do. */
export function currentStep(phase: PhaseFile, progress: Progress): Step | undefined {
  return phase.steps.find((step) => {
    const state = stateOf(progress, step);
    return state === "open" || state === "broken";
  });
}
