import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { processContext, type Context } from "./commands/context.ts";
import { RunnerError } from "./check/session.ts";
import { CommandError, exitCodes, type ExitCode } from "./exit-codes.ts";
import { FileFormatError } from "./phase/json.ts";
import { processTerminal, type Terminal, type TerminalOptions } from "./terminal/terminal.ts";
import { facts, paragraph } from "./views/page.ts";

interface GlobalOptions extends TerminalOptions {
  readonly folder?: string;
}

const about = `Learn machine learning by building it, step by step, with checks.

In a starter:          check, watch, hint, list, status, diff, solve, reset, update, doctor
In the repository:     start, update, tour, verify, doctor`;

const codes = `Exit codes: 0 all is well; 1 a step does not pass, verify found a fault or a run
failed; 2 the command line is wrong; 3 something is missing around the code;
70 the command itself broke down; 130 ended by Ctrl-C.`;

/** Runs the command line and gives the exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const abort = new AbortController();
  let code: ExitCode = exitCodes.ok;
  let terminal = processTerminal(terminalOptions(argv));
  const onInterrupt = () => {
    abort.abort();
    // Whatever is still open, the exit handlers restore the console.
    process.exit(exitCodes.interrupted);
  };
  process.once("SIGINT", onInterrupt);
  process.once("SIGTERM", onInterrupt);

  const program = new Command("roadmap")
    .description(about)
    .option("-C, --folder <folder>", "act as if started in this folder")
    .option("--json", "print one JSON document for tools")
    .option("--ascii", "plain ASCII only")
    .option("--no-color", "no colours (as NO_COLOR does)")
    .addHelpText("after", `\n${codes}`)
    .exitOverride()
    .showSuggestionAfterError();

  const act = (run: (context: Context) => Promise<ExitCode> | ExitCode) => async () => {
    const options = program.opts<GlobalOptions>();
    terminal = processTerminal(options);
    code = await run(processContext(terminal, abort.signal, options.folder));
  };
  addCommands(program, act);
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    return tellError(terminal, error);
  } finally {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onInterrupt);
  }
}

type Act = (run: (context: Context) => Promise<ExitCode> | ExitCode) => () => Promise<void>;

function addCommands(program: Command, act: Act): void {
  program
    .command("start")
    .description("make a phase's starter a project of your own")
    .argument("<phase>", "1 to 5")
    .argument("[folder]", "where; it must be new or empty (default: beside the repository)")
    .option("--no-install", "leave node_modules empty")
    .option("--no-git", "no git repository, no progress file: the bare starter, as published")
    .action(
      (phase: string, folder: string | undefined, options: { install: boolean; git: boolean }) =>
        act(async (context) =>
          (await import("./commands/start.ts")).start(context, phase, folder, options),
        )(),
    );
  program
    .command("check")
    .description("check the current step, then the next; or the named steps")
    .argument("[steps...]", "such as 1.2")
    .option("--all", "every step of the phase")
    .addOption(new Option("--so-far", "every step that passed before").conflicts("all"))
    .option("--verbose", "every failing test, not only the first")
    .action((steps: string[], options: { all?: boolean; soFar?: boolean; verbose?: boolean }) =>
      act(async (context) =>
        (await import("./commands/check.ts")).check(context, steps, options),
      )(),
    );
  program
    .command("hint")
    .description("the next hint on a step, from a nudge to nearly there")
    .argument("[step]", "default: the current one")
    .option("--level <number>", "a hint again that was read: 1, 2 or 3", wholeNumber)
    .action((step: string | undefined, options: { level?: number }) =>
      act(async (context) => (await import("./commands/hint.ts")).hint(context, step, options))(),
    );
  program
    .command("list")
    .description("the steps of this phase and where each stands")
    .action(act(async (context) => (await import("./commands/list.ts")).list(context)));
  program
    .command("watch")
    .description("check on every save; keys: h hint, s solution, d diff, l list, q quit")
    .argument("[step]", "default: the current one, then the next")
    .action((step: string | undefined) =>
      act(async (context) => (await import("./commands/watch.ts")).watch(context, step))(),
    );
  program
    .command("status")
    .description("all phases, how far each is, and the learning list to tick off")
    .option("--done <item>", "tick off an item of the learning list, such as 1a")
    .addOption(new Option("--undo <item>", "take a tick back").conflicts("done"))
    .action((options: { done?: string; undo?: string }) =>
      act(async (context) => (await import("./commands/status.ts")).status(context, options))(),
    );
  program
    .command("diff")
    .description("your code against the reference, formatted alike")
    .argument("[step]", "default: the one that passed last")
    .action((step: string | undefined) =>
      act(async (context) => (await import("./commands/diff.ts")).diff(context, step))(),
    );
  program
    .command("solve")
    .description("the reference's solution: after passing, or recorded as given up")
    .argument("[step]", "default: the current one")
    .option("--give-up", "yes, show it although the step does not pass")
    .option("--fill", "put it into your file; your attempt is kept")
    .action((step: string | undefined, options: { giveUp?: boolean; fill?: boolean }) =>
      act(async (context) => (await import("./commands/solve.ts")).solve(context, step, options))(),
    );
  program
    .command("reset")
    .description("a step as it came; your attempt is kept")
    .argument("<step>", "such as 1.2")
    .option("--file", "the whole file of the step, where its markers are gone")
    .action((step: string, options: { file?: boolean }) =>
      act(async (context) => (await import("./commands/reset.ts")).reset(context, step, options))(),
    );
  program
    .command("update")
    .description("new tests and lessons for a starter; what you wrote stays")
    .argument("[folder]", "default: this starter")
    .option("--from <place>", "address or folder of the roadmap's repository")
    .action((folder: string | undefined, options: { from?: string }) =>
      act(async (context) =>
        (await import("./commands/update.ts")).update(context, folder, options),
      )(),
    );
  program
    .command("doctor")
    .description("what this machine has, what is missing, how to get it")
    .action(act(async (context) => (await import("./commands/doctor.ts")).doctor(context)));
  program
    .command("tour")
    .description("run the reference solutions end to end; one page with all results")
    .option("--phase <phases...>", "only these, such as 1")
    .action((options: { phase?: string[] }) =>
      act(async (context) => (await import("./commands/tour.ts")).tour(context, options))(),
    );
  program
    .command("verify")
    .description("prove that the phases keep their promises (for authors and CI)")
    .argument("[phases...]", "default: all that are built")
    .option("--no-standalone", "leave out the starter in an empty folder: faster")
    .action((phases: string[], options: { standalone: boolean }) =>
      act(async (context) =>
        (await import("./commands/verify.ts")).verify(context, phases, options),
      )(),
    );
  program
    .command("publish", { hidden: true })
    .description("put the starters on their branches of a git remote")
    .argument("<remote>")
    .action((remote: string) =>
      act(async (context) => (await import("./commands/publish.ts")).publish(context, remote))(),
    );
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("1 or more, please.");
  return value;
}

/** What the console needs to know before the command line is parsed: errors are told in the same way. */
function terminalOptions(argv: readonly string[]): TerminalOptions {
  return {
    json: argv.includes("--json"),
    ...(argv.includes("--ascii") ? { ascii: true } : {}),
    ...(argv.includes("--no-color") ? { color: false } : {}),
  };
}

/** Tells an error on standard error (as JSON with `--json`) and gives its exit code. */
function tellError(terminal: Terminal, error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has told it already; help and version are no errors.
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  const { message, code, next } = known(error);
  if (terminal.json) {
    process.stdout.write(`${JSON.stringify({ error: message, code, next }, null, 2)}\n`);
    return code;
  }
  const { style } = terminal;
  const lines = [
    ...paragraph(terminal, `${style.red(style.symbols.fail)} ${message}`, ""),
    ...(next.length > 0
      ? facts(
          terminal,
          next.map((line, i) => [i === 0 ? "next" : "", line]),
        )
      : []),
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
  return code;
}

function known(error: unknown): { message: string; code: ExitCode; next: readonly string[] } {
  if (error instanceof CommandError) return error;
  if (error instanceof RunnerError) {
    const message = `the test runner broke down: ${error.message}`;
    return {
      message,
      code: exitCodes.failed,
      next: ["look at the code that it ran last, then check again"],
    };
  }
  if (error instanceof FileFormatError) {
    return { message: error.message, code: exitCodes.environment, next: [] };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message, code: exitCodes.internal, next: [] };
}
