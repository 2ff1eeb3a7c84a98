import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { keepAttempt } from "../learner/attempts.ts";
import { readReference } from "../learner/folder.ts";
import { readProgress, withStep, writeProgress, type Progress } from "../learner/progress.ts";
import { readStepFile, starterBodies, withBodies } from "../learner/step-file.ts";
import { writeWhole } from "../learner/write-file.ts";
import type { Step } from "../phase/schema.ts";
import { facts } from "../views/page.ts";
import { currentFolder, type Context } from "./context.ts";
import { namedStep } from "./steps.ts";

/** `roadmap reset <step>`: the step as it came; the attempt is kept. */
export function reset(
  context: Context,
  id: string,
  options: { readonly file?: boolean },
): ExitCode {
  const { terminal, say, now } = context;
  const folder = currentFolder(context);
  const step = namedStep(folder, id);
  const reference = readReference(folder);
  const target = join(folder.path, step.file);
  const text = options.file
    ? reference.starters[step.file]
    : withBodies(readStepFile(folder.path, step, say), step, starterBodies(reference, step), say);
  const kept = existsSync(target) ? keepAttempt(folder.path, step, now()) : null;
  writeWhole(target, text);
  const touched = options.file
    ? folder.phase.steps.filter(({ file }) => file === step.file)
    : [step];
  const progress = readProgress(folder.path, folder.phase.id, now());
  writeProgress(folder.path, touched.reduce(forget, progress));
  for (const line of facts(terminal, [
    ["reset", touched.map((each) => `${each.id} ${each.title}`).join("; ")],
    ...(kept === null ? [] : [["yours", kept] as const]),
    ["next", say("check")],
  ])) {
    terminal.print(line);
  }
  terminal.printJson({ steps: touched.map((each) => each.id), file: step.file, kept });
  return exitCodes.ok;
}

/** The progress with a step open again; failures and hints stay counted. */
function forget(progress: Progress, step: Step): Progress {
  const {
    passed: _,
    broken: __,
    filled: ___,
    ...rest
  } = withStep(progress, step, {}).steps[step.id];
  return { ...progress, steps: { ...progress.steps, [step.id]: rest } };
}
