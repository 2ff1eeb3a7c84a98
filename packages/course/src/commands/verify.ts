import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadPhases, type Phase } from "../phase/repository.ts";
import { indent, wrap } from "../terminal/layout.ts";
import { rules } from "../verify/fault.ts";
import { verifyPhase, type PhaseReport } from "../verify/verify-phase.ts";
import { count, heading } from "../views/page.ts";
import type { Context } from "./context.ts";
import { builtPhase } from "./start.ts";

export interface VerifyCommandOptions {
  readonly standalone: boolean;
}

/** More faults of one kind than this mostly have one cause; `--json` has them all. */
const mostMessages = 12;

/** `roadmap verify [phases...]`: proves that every phase keeps its promises. */
export async function verify(
  context: Context,
  ids: readonly string[],
  options: VerifyCommandOptions,
): Promise<ExitCode> {
  const { terminal, repository } = context;
  if (repository === undefined) {
    throw new CommandError(exitCodes.environment, "verify works in the roadmap's repository");
  }
  const phases = ids.length > 0 ? ids.map((id) => builtPhase(context, id)) : loadPhases(repository);
  const began = performance.now();
  const reports: PhaseReport[] = [];
  for (const phase of phases) {
    const report = await verifyOne(context, repository, phase, options.standalone);
    reports.push(report);
    print(context, report);
  }
  const faults = reports.flatMap((report) => report.faults);
  const seconds = (performance.now() - began) / 1000;
  terminal.print(
    `${count(phases.length, "phase")}, ${count(faults.length, "fault")}, ${seconds.toFixed(1)} s`,
  );
  terminal.printJson({
    seconds,
    phases: reports.map(({ phase, ...report }) => ({ phase: phase.id, ...report })),
  });
  return faults.length === 0 ? exitCodes.ok : exitCodes.failed;
}

async function verifyOne(
  { terminal }: Context,
  repository: string,
  phase: Phase,
  standalone: boolean,
): Promise<PhaseReport> {
  const show = (text: string) => {
    if (terminal.interactive) terminal.write(`\r\x1b[K${text}`);
  };
  const report = await verifyPhase(repository, phase, {
    standalone,
    onProgress: (what) => show(`  phase ${phase.id}: ${what}...`),
  });
  show("");
  return report;
}

function print({ terminal }: Context, report: PhaseReport): void {
  const { style } = terminal;
  const { phase, mutants, alternatives, faults, skipped } = report;
  const amounts = [
    count(phase.steps.length, "step"),
    count(mutants, "wrong answer"),
    count(alternatives, "alternative"),
  ].join(", ");
  const width = Math.min(terminal.width, 80) - 6;
  for (const line of heading(terminal, `Phase ${phase.id}: ${phase.title}`, amounts)) {
    terminal.print(line);
  }
  for (const { name, promise } of rules) {
    const own = faults.filter(({ rule }) => rule === name);
    const mark = skipped.includes(name)
      ? style.dim(style.symbols.todo)
      : own.length === 0
        ? style.green(style.symbols.pass)
        : style.red(style.symbols.fail);
    terminal.print(`  ${mark} ${skipped.includes(name) ? style.dim(promise) : promise}`);
    for (const { message } of own.slice(0, mostMessages)) {
      for (const line of indent(wrap(message, width), "      ")) terminal.print(line);
    }
    const more = own.length - mostMessages;
    if (more > 0) terminal.print(style.dim(`      and ${count(more, "more fault")} of this kind`));
  }
  terminal.print();
}
