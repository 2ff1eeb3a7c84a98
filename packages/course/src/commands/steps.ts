import { CommandError, exitCodes } from "../exit-codes.ts";
import { findStep, type LearnerFolder } from "../learner/folder.ts";
import { currentStep, type Progress } from "../learner/progress.ts";
import type { Step } from "../phase/schema.ts";

/** The step with this id, or a usage error that lists what there is. */
export function namedStep(folder: LearnerFolder, id: string): Step {
  const step = findStep(folder.phase, id);
  if (step) return step;
  const { steps } = folder.phase;
  throw new CommandError(
    exitCodes.usage,
    `phase ${folder.phase.id} has no step "${id}"; it has ${steps[0].id} to ${steps.at(-1)?.id}`,
  );
}

/** The named step, else the current one, else the last. */
export function chosenStep(
  folder: LearnerFolder,
  progress: Progress,
  id: string | undefined,
): Step {
  if (id !== undefined) return namedStep(folder, id);
  return currentStep(folder.phase, progress) ?? folder.phase.steps[folder.phase.steps.length - 1];
}
