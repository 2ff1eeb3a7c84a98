import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { readReference, type LearnerFolder } from "../learner/folder.ts";
import { formatSource } from "../learner/format.ts";
import { progressOf, readProgress, stateOf, type Progress } from "../learner/progress.ts";
import { answerBodies, readStepFile, withBodies } from "../learner/step-file.ts";
import type { Step } from "../phase/schema.ts";
import { heading, paragraph } from "../views/page.ts";
import { unifiedDiff } from "../views/unified-diff.ts";
import { currentFolder, type Context } from "./context.ts";
import { namedStep } from "./steps.ts";

/** `roadmap diff [step]`: the learner's code against the reference, both formatted alike. */
export async function diff(context: Context, id: string | undefined): Promise<ExitCode> {
  const { terminal, say } = context;
  const folder = currentFolder(context);
  const progress = readProgress(folder.path, folder.phase.id, context.now());
  const step = id === undefined ? lastPassed(folder, progress, say) : namedStep(folder, id);
  if (stateOf(progress, step) === "open" && progressOf(progress, step).gaveUp === undefined) {
    throw new CommandError(exitCodes.failed, `step ${step.id} does not pass yet`, [
      say("check"),
      `${say(`solve ${step.id} --give-up`)}  to see the solution`,
    ]);
  }
  const mine = readStepFile(folder.path, step, say);
  const reference = withBodies(mine, step, answerBodies(readReference(folder), step), say);
  const [before, after] = await Promise.all(
    [mine, reference].map((text) => formatSource(folder.path, step.file, text)),
  );
  const lines = unifiedDiff(terminal, before, after);
  const title = `${step.id} ${step.title}`;
  for (const line of [
    ...heading(terminal, title, "- yours   + the reference"),
    ...(lines.length > 0 ? lines : paragraph(terminal, "The same, line by line.")),
  ]) {
    terminal.print(line);
  }
  terminal.printJson({ step: step.id, file: step.file, mine: before, reference: after });
  return exitCodes.ok;
}

function lastPassed(
  folder: LearnerFolder,
  progress: Progress,
  say: (command: string) => string,
): Step {
  const times = folder.phase.steps
    .map((step) => ({ step, passed: progressOf(progress, step).passed ?? "" }))
    .filter(({ passed }) => passed !== "");
  const last = times.toSorted((a, b) => (a.passed < b.passed ? -1 : 1)).at(-1);
  if (last) return last.step;
  throw new CommandError(exitCodes.failed, "no step passes yet, so there is nothing to compare", [
    say("check"),
  ]);
}
