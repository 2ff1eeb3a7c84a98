import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { currentStep, progressOf, readProgress, stateOf } from "../learner/progress.ts";
import { lessonFile, type Step } from "../phase/schema.ts";
import { table } from "../terminal/layout.ts";
import type { Style } from "../terminal/style.ts";
import { heading } from "../views/page.ts";
import { currentFolder, type Context } from "./context.ts";

/** `roadmap list`: the steps of this phase and where each stands. */
export function list(context: Context): ExitCode {
  const { terminal, say } = context;
  const { style } = terminal;
  const folder = currentFolder(context);
  const { phase } = folder;
  const progress = readProgress(folder.path, phase.id, context.now());
  const current = currentStep(phase, progress);
  const passed = phase.steps.filter((step) =>
    ["passed", "filled"].includes(stateOf(progress, step)),
  ).length;
  const rows = phase.steps.map((step) => {
    const { hints } = progressOf(progress, step);
    const state = stateOf(progress, step);
    const notes = [
      state === "filled" ? "with the solution" : state === "broken" ? "passed once, fails now" : "",
      hints > 0 ? `${hints} of 3 hints` : "",
    ];
    return [
      mark(style, state, step === current),
      step === current ? style.bold(step.id) : step.id,
      step === current ? style.bold(step.title) : step.title,
      style.dim(`${step.minutes} min`),
      style.dim(notes.filter((note) => note !== "").join(", ")),
    ];
  });
  const lines = heading(
    terminal,
    `Phase ${phase.id}: ${phase.title}`,
    `${passed} of ${rows.length}`,
  );
  for (const line of [...lines, ...table(rows, [3])]) terminal.print(line);
  terminal.print();
  terminal.print(
    current
      ? `  next  ${lessonFile(current)}, ${current.file}, then ${say("check")}`
      : `  all done: ${say("diff")} compares with the reference`,
  );
  terminal.printJson({
    phase: phase.id,
    title: phase.title,
    current: current?.id ?? null,
    steps: phase.steps.map((step: Step) => ({
      ...step,
      lesson: lessonFile(step),
      state: stateOf(progress, step),
      ...progressOf(progress, step),
    })),
  });
  return exitCodes.ok;
}

function mark(style: Style, state: ReturnType<typeof stateOf>, current: boolean): string {
  const { symbols } = style;
  if (state === "passed") return style.green(symbols.pass);
  if (state === "filled") return style.yellow(symbols.pass);
  if (state === "broken") return style.red(symbols.fail);
  return current ? style.cyan(symbols.current) : style.dim(symbols.todo);
}
