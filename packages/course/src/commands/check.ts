import { checkStep, type StepCheck } from "../check/check-step.ts";
import { startSession, type Session } from "../check/session.ts";
import { checkTypes, type Diagnostic } from "../check/types.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { currentStep, progressOf, readProgress, type Progress } from "../learner/progress.ts";
import { recordCheck } from "../learner/record.ts";
import type { LearnerFolder } from "../learner/folder.ts";
import type { Step } from "../phase/schema.ts";
import { finishedReport } from "../views/finished.ts";
import { count } from "../views/page.ts";
import { isBegun, passedLine, stepReport, type ReportOptions } from "../views/step-report.ts";
import { currentFolder, type Context } from "./context.ts";
import { requireInstall } from "./require-install.ts";
import { namedStep } from "./steps.ts";

export interface CheckOptions {
  readonly all?: boolean;
  readonly soFar?: boolean;
  readonly verbose?: boolean;
}

/** What checks have in common: the folder, its progress as it goes, and the runner. */
interface Round {
  readonly context: Context;
  readonly folder: LearnerFolder;
  readonly session: Session;
  readonly types: Promise<readonly Diagnostic[]>;
  readonly options: CheckOptions;
  progress: Progress;
}

/** `roadmap check [steps...]`: the current step and the next, the named ones, or all. */
export async function check(
  context: Context,
  ids: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const folder = currentFolder(context);
  const named = ids.map((id) => namedStep(folder, id));
  requireInstall(folder.path);
  const session = startSession({ root: folder.path, source: false });
  const onAbort = () => session.stop();
  context.signal.addEventListener("abort", onAbort);
  const progress = readProgress(folder.path, folder.phase.id, context.now());
  const types = checkTypes(folder.path);
  const round: Round = { context, folder, session, types, options, progress };
  try {
    if (named.length > 0) return await checkMany(round, named);
    if (options.all) return await checkMany(round, folder.phase.steps);
    if (options.soFar) return await checkMany(round, passedSteps(folder, progress));
    return await checkCurrent(round);
  } finally {
    context.signal.removeEventListener("abort", onAbort);
    session.stop();
  }
}

function passedSteps(folder: LearnerFolder, progress: Progress): Step[] {
  return folder.phase.steps.filter((step) => progressOf(progress, step).passed !== undefined);
}

/** Checks a step and records the outcome. */
async function checkAndRecord(round: Round, step: Step): Promise<StepCheck> {
  const result = await checkStep(round.session, round.folder.path, step);
  round.progress = recordCheck(round.folder, result, round.context.now());
  return result;
}

async function reportOptions(round: Round, step: Step): Promise<ReportOptions> {
  const { folder, context, options } = round;
  const all = await round.types;
  return {
    root: folder.path,
    say: context.say,
    diagnostics: all.filter(({ file }) => file === step.file),
    verbose: options.verbose ?? false,
  };
}

/** The current step, then the next, until one does not pass. */
async function checkCurrent(round: Round): Promise<ExitCode> {
  const { context, folder } = round;
  const { terminal } = context;
  const results: StepCheck[] = [];
  for (;;) {
    const step = currentStep(folder.phase, round.progress);
    if (!step) {
      terminal.print();
      for (const line of finishedReport(terminal, folder.phase, context.say)) terminal.print(line);
      terminal.printJson(await asJson(round, results));
      return exitCodes.ok;
    }
    const result = await checkAndRecord(round, step);
    results.push(result);
    if (result.verdict === "passed") {
      terminal.print(passedLine(terminal, result));
      continue;
    }
    terminal.print();
    const options = await reportOptions(round, step);
    for (const line of stepReport(terminal, result, options)) terminal.print(line);
    terminal.print();
    terminal.printJson(await asJson(round, results));
    // A step passed and the next is not begun: that is what was asked for.
    return results.length > 1 && !isBegun(result) ? exitCodes.ok : exitCodes.failed;
  }
}

/** A list of steps, one line each, with a report on the first that fails. */
async function checkMany(round: Round, steps: readonly Step[]): Promise<ExitCode> {
  const { context, folder } = round;
  const { terminal } = context;
  const { style } = terminal;
  const results: StepCheck[] = [];
  for (const step of steps) {
    const result = await checkAndRecord(round, step);
    results.push(result);
    if (result.verdict === "passed") {
      terminal.print(passedLine(terminal, result));
    } else if (result.verdict === "unwritten") {
      terminal.print(style.dim(`${style.symbols.todo} ${step.id} ${step.title}  not written yet`));
    } else {
      terminal.print(`${style.red(style.symbols.fail)} ${style.bold(step.id)} ${step.title}`);
    }
  }
  const bad = results.filter(({ verdict }) => verdict !== "passed");
  const worst = bad.find(({ verdict }) => verdict === "failed") ?? bad[0];
  if (worst) {
    terminal.print();
    const options = await reportOptions(round, worst.step);
    for (const line of stepReport(terminal, worst, options)) terminal.print(line);
  } else if (steps.length === folder.phase.steps.length) {
    terminal.print();
    for (const line of finishedReport(terminal, folder.phase, context.say)) terminal.print(line);
  }
  terminal.print();
  terminal.print(
    `${results.length - bad.length} of ${count(results.length, "step")} ${results.length === 1 ? "passes" : "pass"}`,
  );
  terminal.printJson(await asJson(round, results));
  return bad.length === 0 ? exitCodes.ok : exitCodes.failed;
}

async function asJson(round: Round, results: readonly StepCheck[]): Promise<unknown> {
  const diagnostics = await round.types;
  return {
    phase: round.folder.phase.id,
    steps: results.map(({ step, verdict, passed, failed, broken, timeout, printed }) => ({
      id: step.id,
      title: step.title,
      verdict,
      passed,
      failed: failed.map(({ name, explanation }) => ({ name, ...explanation })),
      broken: broken.map(({ file, error }) => ({ file, message: error.message })),
      timeout: timeout ?? null,
      types: diagnostics.filter(({ file }) => file === step.file),
      printed,
    })),
    current: currentStep(round.folder.phase, round.progress)?.id ?? null,
  };
}
