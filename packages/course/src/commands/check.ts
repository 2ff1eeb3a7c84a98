import {
  checkOthers,
  checkStep,
  checkSteps,
  type OthersCheck,
  type StepCheck,
} from "../check/check-step.ts";
import { startSession, type Session } from "../check/session.ts";
import { checkTypes, type Diagnostic } from "../check/types.ts";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { currentStep, progressOf, readProgress, type Progress } from "../learner/progress.ts";
import { recordCheck } from "../learner/record.ts";
import type { LearnerFolder } from "../learner/folder.ts";
import type { Step } from "../phase/schema.ts";
import { finishedReport } from "../views/finished.ts";
import { count } from "../views/page.ts";
import {
  isBegun,
  othersReport,
  passedLine,
  stepReport,
  type ReportOptions,
} from "../views/step-report.ts";
import { currentFolder, type Context } from "./context.ts";
import { requireInstall } from "./require-install.ts";
import { namedStep } from "./steps.ts";

export interface CheckOptions {
  readonly all?: boolean;
  readonly soFar?: boolean;
  readonly verbose?: boolean;
}

/** What checks have in common: the folder, its progress as it goes, and the runners. */
interface Round {
  readonly context: Context;
  readonly folder: LearnerFolder;
  /** Starts a runner; all are stopped at the end. */
  readonly open: () => Session;
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
  if (ids.length > 0 && (options.all || options.soFar)) {
    const option = options.all ? "--all" : "--so-far";
    throw new CommandError(
      exitCodes.usage,
      `${option} chooses the steps, and so do ${ids.join(" ")}`,
      ["leave one of the two away"],
    );
  }
  const folder = currentFolder(context);
  const named = ids.map((id) => namedStep(folder, id));
  requireInstall(folder.path);
  const progress = readProgress(folder.path, folder.phase.id, context.now());
  const sessions: Session[] = [];
  const open = () => {
    const session = startSession({ root: folder.path, source: false });
    sessions.push(session);
    return session;
  };
  const stop = () => {
    for (const session of sessions) session.stop();
  };
  context.signal.addEventListener("abort", stop);
  const types = checkTypes(folder.path);
  const round: Round = { context, folder, open, types, options, progress };
  try {
    if (named.length === 1) return await checkNamed(round, named[0]);
    if (named.length > 1) return await checkMany(round, named);
    if (options.all) return await checkMany(round, folder.phase.steps);
    if (options.soFar) return await checkMany(round, passedSteps(folder, progress));
    return await checkCurrent(round);
  } finally {
    context.signal.removeEventListener("abort", stop);
    stop();
  }
}

function passedSteps(folder: LearnerFolder, progress: Progress): Step[] {
  return folder.phase.steps.filter((step) => progressOf(progress, step).passed !== undefined);
}

/** Checks a step and records the outcome. */
async function checkAndRecord(round: Round, session: Session, step: Step): Promise<StepCheck> {
  const result = await checkStep(session, round.folder.path, step);
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
  const session = round.open();
  for (;;) {
    const step = currentStep(folder.phase, round.progress);
    if (!step) {
      terminal.print();
      for (const line of finishedReport(terminal, folder.phase, context.say)) terminal.print(line);
      terminal.printJson(await asJson(round, results));
      return exitCodes.ok;
    }
    const result = await checkAndRecord(round, session, step);
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

/** One step that was asked for by its id. */
async function checkNamed(round: Round, step: Step): Promise<ExitCode> {
  const { terminal } = round.context;
  const result = await checkAndRecord(round, round.open(), step);
  const lines =
    result.verdict === "passed"
      ? [passedLine(terminal, result)]
      : ["", ...stepReport(terminal, result, await reportOptions(round, step)), ""];
  for (const line of lines) terminal.print(line);
  terminal.printJson(await asJson(round, [result]));
  return result.verdict === "passed" ? exitCodes.ok : exitCodes.failed;
}

/** A list of steps, one line each, with a report on the first that fails. */
async function checkMany(round: Round, steps: readonly Step[]): Promise<ExitCode> {
  const { context, folder } = round;
  const { terminal } = context;
  const { style } = terminal;
  const results = steps.length > 0 ? await checkSteps(round.open, folder.path, steps) : [];
  for (const result of results) {
    const { step } = result;
    round.progress = recordCheck(folder, result, context.now());
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
  }
  const others =
    bad.length === 0 && round.options.all ? await checkOthers(round.open()) : undefined;
  if (others) {
    terminal.print();
    const report =
      others.failed.length === 0
        ? finishedReport(terminal, folder.phase, context.say)
        : othersReport(terminal, others, folder.path);
    for (const line of report) terminal.print(line);
  }
  terminal.print();
  terminal.print(
    `${results.length - bad.length} of ${count(results.length, "step")} ${results.length === 1 ? "passes" : "pass"}`,
  );
  terminal.printJson(await asJson(round, results, others));
  const good = bad.length === 0 && (others?.failed.length ?? 0) === 0;
  return good ? exitCodes.ok : exitCodes.failed;
}

async function asJson(
  round: Round,
  results: readonly StepCheck[],
  others?: OthersCheck,
): Promise<unknown> {
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
    others: others
      ? {
          passed: others.passed,
          failed: others.failed.map(({ name, explanation }) => ({ name, ...explanation })),
        }
      : null,
    current: currentStep(round.folder.phase, round.progress)?.id ?? null,
  };
}
