import { checkStep, type StepCheck } from "../check/check-step.ts";
import { RunnerError, startSession, type Session } from "../check/session.ts";
import { checkTypes } from "../check/types.ts";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import type { LearnerFolder } from "../learner/folder.ts";
import { currentStep, progressOf, readProgress, stateOf } from "../learner/progress.ts";
import { recordCheck } from "../learner/record.ts";
import type { Step } from "../phase/schema.ts";
import { finishedReport } from "../views/finished.ts";
import { passedLine, stepReport } from "../views/step-report.ts";
import { watchChanges } from "../watch/changes.ts";
import { readKeys } from "../watch/keys.ts";
import { currentFolder, type Context } from "./context.ts";
import { diff } from "./diff.ts";
import { hint } from "./hint.ts";
import { list } from "./list.ts";
import { requireInstall } from "./require-install.ts";
import { solve } from "./solve.ts";
import { namedStep } from "./steps.ts";

/** `roadmap watch [step]`: checks again on every save; keys for what a learner asks for most. */
export async function watch(context: Context, id: string | undefined): Promise<ExitCode> {
  const folder = currentFolder(context);
  const fixed = id === undefined ? undefined : namedStep(folder, id);
  requireInstall(folder.path);
  const inFolder = { ...context, cwd: folder.path };
  const watching = new Watching(inFolder, folder, fixed);
  return watching.run();
}

class Watching {
  readonly #context: Context;
  readonly #folder: LearnerFolder;
  readonly #fixed: Step | undefined;
  /** Warm from the last run; undefined where that had to be ended, or broke down. */
  #session: Session | undefined;
  /** Saved since the last run began. */
  readonly #changed = new Set<string>();
  #busy = false;
  #again = false;
  /** `s` was pressed once on a step that does not pass. */
  #askedToSolve = false;
  #finish: (code: ExitCode) => void = () => {};

  constructor(context: Context, folder: LearnerFolder, fixed: Step | undefined) {
    this.#context = context;
    this.#folder = folder;
    this.#fixed = fixed;
    // Gets ready while the console is set up.
    this.#session = this.#newSession();
  }

  async run(): Promise<ExitCode> {
    const { terminal, signal } = this.#context;
    const { path, phase } = this.#folder;
    const others = phase.steps.map(({ file }) => file).filter((file) => !file.startsWith("src/"));
    const done = new Promise<ExitCode>((resolve) => (this.#finish = resolve));
    const watcher = watchChanges(path, others, (changed) => this.#onSave(changed));
    const keys = terminal.interactive ? readKeys((key) => this.#onKey(key)) : undefined;
    const onAbort = () => this.#stop();
    signal.addEventListener("abort", onAbort);
    try {
      this.#onSave([]);
      return await done;
    } finally {
      signal.removeEventListener("abort", onAbort);
      keys?.close();
      watcher.close();
      this.#stop();
    }
  }

  /** Ends the runner, and with it whatever it is doing. */
  #stop(): void {
    this.#session?.stop();
    this.#session = undefined;
  }

  #newSession(): Session {
    return startSession({ root: this.#folder.path, source: false });
  }

  #onSave(changed: readonly string[]): void {
    for (const file of changed) this.#changed.add(file);
    if (this.#busy) {
      this.#again = true;
      // Perhaps the code that is being tested never ends: what was saved is what counts.
      this.#stop();
      return;
    }
    this.#busy = true;
    this.#checkUntilQuiet()
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#busy = false;
      });
  }

  async #checkUntilQuiet(): Promise<void> {
    do {
      this.#again = false;
      this.#askedToSolve = false;
      try {
        await this.#checkOnce();
      } catch (error) {
        // A run that was ended for a newer save is no error.
        if (!this.#again) throw error;
      }
    } while (this.#again);
  }

  /** Checks the step at hand, and the next ones as long as they pass. */
  async #checkOnce(): Promise<void> {
    const { terminal, say, now } = this.#context;
    const { path, phase } = this.#folder;
    const began = performance.now();
    const lines: string[] = [];
    for (;;) {
      const step = this.#fixed ?? currentStep(phase, readProgress(path, phase.id, now()));
      if (!step) {
        this.#show([...lines, "", ...finishedReport(terminal, phase, say)], began);
        return;
      }
      const types = checkTypes(path);
      const result = await this.#test(step);
      recordCheck(this.#folder, result, now());
      if (result.verdict === "passed") {
        lines.push(passedLine(terminal, result));
        if (this.#fixed === undefined) continue;
      } else {
        const diagnostics = (await types).filter(({ file }) => file === step.file);
        const options = { root: path, say, diagnostics, verbose: false };
        lines.push("", ...stepReport(terminal, result, options));
      }
      this.#show(lines, began);
      return;
    }
  }

  async #test(step: Step): Promise<StepCheck> {
    const changed = [...this.#changed];
    this.#changed.clear();
    try {
      this.#session ??= this.#newSession();
      const result = await checkStep(this.#session, this.#folder.path, step, changed);
      // A run that had to be ended took its runner along.
      if (result.timeout) this.#session = undefined;
      return result;
    } catch (error) {
      for (const file of changed) this.#changed.add(file);
      // A runner that broke down does not come back; the next run gets another one.
      if (error instanceof RunnerError) this.#stop();
      throw error;
    }
  }

  #show(lines: readonly string[], began: number): void {
    const { terminal } = this.#context;
    const { style } = terminal;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    // A fresh page for each run; what scrolled away before stays in the console's history.
    if (terminal.interactive) terminal.write("\x1b[2J\x1b[H");
    for (const line of lines) terminal.print(line);
    terminal.print();
    const keys = terminal.interactive ? "   h hint   s solution   d diff   l list   q quit" : "";
    terminal.print(style.dim(`watching, ${seconds} s${keys}`));
  }

  #onKey(key: string): void {
    this.#act(key).catch((error: unknown) => this.#tell(error));
  }

  async #act(key: string): Promise<void> {
    const { terminal } = this.#context;
    const { path, phase } = this.#folder;
    const progress = readProgress(path, phase.id, this.#context.now());
    const step = this.#fixed ?? currentStep(phase, progress);
    const id = step?.id;
    if (key === "q") this.#finish(exitCodes.ok);
    else if (key === "ctrl-c") this.#finish(exitCodes.interrupted);
    else if (key === "return") this.#onSave([]);
    else if (key === "h" || key === "l" || key === "s" || key === "d") terminal.print();
    if (key === "h") hint(this.#context, id);
    if (key === "l") list(this.#context);
    if (key === "d") await diff(this.#context, this.#fixed?.id);
    if (key !== "s" || step === undefined) {
      this.#askedToSolve = false;
      return;
    }
    const known = stateOf(progress, step) !== "open" || progressOf(progress, step).gaveUp;
    if (known || this.#askedToSolve) {
      this.#askedToSolve = false;
      await solve(this.#context, step.id, { giveUp: true });
    } else {
      this.#askedToSolve = true;
      terminal.print(`  Press s again to give up on ${step.id} and see the solution.`);
    }
  }

  #tell(error: unknown): void {
    const { terminal } = this.#context;
    if (!(error instanceof CommandError)) {
      terminal.print(error instanceof Error ? error.message : String(error));
      return;
    }
    terminal.print(`  ${error.message}`);
    for (const line of error.next) terminal.print(`  ${line}`);
  }
}
