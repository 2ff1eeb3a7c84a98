import { join } from "node:path";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { keepAttempt } from "../learner/attempts.ts";
import { readReference } from "../learner/folder.ts";
import { progressOf, readProgress, stateOf, withStep, writeProgress } from "../learner/progress.ts";
import { answerBodies, readStepFile, withBodies } from "../learner/step-file.ts";
import { writeWhole } from "../learner/write-file.ts";
import { heading, facts } from "../views/page.ts";
import { confirm } from "./confirm.ts";
import { currentFolder, type Context } from "./context.ts";
import { chosenStep } from "./steps.ts";

export interface SolveOptions {
  readonly giveUp?: boolean;
  readonly fill?: boolean;
}

/** `roadmap solve [step]`: shows the reference's solution, and puts it in on request. */
export async function solve(
  context: Context,
  id: string | undefined,
  options: SolveOptions,
): Promise<ExitCode> {
  const { terminal, say, now } = context;
  const { style } = terminal;
  const folder = currentFolder(context);
  let progress = readProgress(folder.path, folder.phase.id, now());
  const step = chosenStep(folder, progress, id);
  const open = stateOf(progress, step) === "open";
  if (open && progressOf(progress, step).gaveUp === undefined) {
    const question = `Give up on ${step.id} ${step.title}? It will be recorded.`;
    if (!options.giveUp && !(await confirm(context, question))) {
      throw new CommandError(exitCodes.failed, `step ${step.id} does not pass yet`, [
        `${say(`hint ${step.id}`)}  for a hint`,
        `${say(`solve ${step.id} --give-up`)}  to see the solution; it is recorded`,
      ]);
    }
    progress = withStep(progress, step, { gaveUp: now().toISOString() });
    writeProgress(folder.path, progress);
  }
  const bodies = answerBodies(readReference(folder), step);
  const lines = heading(terminal, `${step.id} ${step.title}`, `the reference, ${step.file}`);
  for (const [name, body] of bodies) {
    if (bodies.size > 1) lines.push(style.dim(`  ${name}`));
    lines.push(...body.map((line) => style.cyan(`  ${line}`)), "");
  }
  let kept: string | null = null;
  if (options.fill) {
    const filled = withBodies(readStepFile(folder.path, step, say), step, bodies, say);
    kept = keepAttempt(folder.path, step, now());
    writeWhole(join(folder.path, step.file), filled);
    writeProgress(folder.path, withStep(progress, step, { filled: now().toISOString() }));
    lines.push(
      ...facts(terminal, [
        ["filled in", step.file],
        ["yours", kept],
        ["next", say("check")],
      ]),
    );
  } else if (open) {
    lines.push(
      ...facts(terminal, [
        ["next", `write it in your own words, then ${say("check")}`],
        ["or", `${say(`solve ${step.id} --fill`)}  puts it in for you`],
      ]),
    );
  }
  for (const line of lines) terminal.print(line);
  terminal.printJson({
    step: step.id,
    file: step.file,
    solution: [...bodies].map(([region, body]) => ({ region, code: body.join("\n") })),
    kept,
  });
  return exitCodes.ok;
}
