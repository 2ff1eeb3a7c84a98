import type { StepCheck } from "../check/check-step.ts";
import type { LearnerFolder } from "./folder.ts";
import { progressOf, readProgress, withCheck, writeProgress, type Progress } from "./progress.ts";

/** Records what a check of a step found, and gives the progress after it. */
export function recordCheck(folder: LearnerFolder, check: StepCheck, now: Date): Progress {
  const progress = readProgress(folder.path, folder.phase.id, now);
  const passed = check.verdict === "passed";
  const passedBefore = progressOf(progress, check.step).passed !== undefined;
  // Looking at a step that nobody has begun is no failed attempt.
  if (check.verdict === "unwritten" && !passedBefore) return progress;
  const after = withCheck(progress, check.step, passed, now);
  if (JSON.stringify(after) !== JSON.stringify(progress)) writeProgress(folder.path, after);
  return after;
}
