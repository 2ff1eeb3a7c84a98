import { cpus } from "node:os";
import { join } from "node:path";
import { Listr } from "listr2";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { writeWhole } from "../learner/write-file.ts";
import { loadPhases, type Phase } from "../phase/repository.ts";
import { table, truncate } from "../terminal/layout.ts";
import { formatValue, type Metric } from "../tour/metrics.ts";
import { indexPage } from "../tour/index-page.ts";
import { runPhase, type PhaseRun } from "../tour/run-phase.ts";
import { facts, heading, paragraph } from "../views/page.ts";
import { typedPath } from "../views/place.ts";
import type { Context } from "./context.ts";
import { builtPhase } from "./start.ts";

export interface TourOptions {
  readonly phase?: readonly string[];
}

/** `roadmap tour`: runs the reference solutions end to end and puts their results on one page. */
export async function tour(context: Context, options: TourOptions): Promise<ExitCode> {
  const { terminal, repository, now } = context;
  if (repository === undefined) {
    throw new CommandError(exitCodes.environment, "the tour starts in the roadmap's repository", [
      "here, run your own:  npm start",
    ]);
  }
  const phases = options.phase
    ? options.phase.map((id) => builtPhase(context, id))
    : loadPhases(repository);
  if (phases.length === 0) {
    throw new CommandError(exitCodes.environment, "no phase is built in this repository yet");
  }
  const when = now();
  const folder = join(repository, "runs", when.toISOString().slice(0, 19).replaceAll(":", "-"));
  const runs = terminal.interactive
    ? await runWithSpinners(context, phases, folder)
    : await runWithLines(context, phases, folder);
  const page = join(folder, "index.html");
  const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`;
  writeWhole(page, indexPage(runs, when, machine));
  print(context, runs, page);
  return runs.every(({ failure }) => failure === undefined) ? exitCodes.ok : exitCodes.failed;
}

async function runWithSpinners(
  { signal, terminal }: Context,
  phases: readonly Phase[],
  folder: string,
): Promise<PhaseRun[]> {
  const runs: PhaseRun[] = [];
  const tasks = new Listr(
    phases.map((phase) => ({
      title: `Phase ${phase.id}: ${phase.title}`,
      async task(_, task) {
        const show = (line: string) => (task.output = truncate(line, terminal.width - 6));
        const run = await runPhase(phase, join(folder, phase.name), signal, show);
        runs.push(run);
        task.title = `${task.title}  ${run.seconds.toFixed(1)} s`;
        if (run.failure !== undefined) throw new Error(run.failure.split("\n")[0]);
      },
    })),
    {
      exitOnError: false,
      registerSignalListeners: false,
      fallbackRenderer: "simple",
      fallbackRendererCondition: terminal.ascii || !process.stdout.columns,
    },
  );
  await tasks.run();
  return runs;
}

async function runWithLines(
  { signal, terminal }: Context,
  phases: readonly Phase[],
  folder: string,
): Promise<PhaseRun[]> {
  const runs: PhaseRun[] = [];
  for (const phase of phases) {
    terminal.print(`Phase ${phase.id}: ${phase.title}`);
    const run = await runPhase(phase, join(folder, phase.name), signal, () => {});
    runs.push(run);
    terminal.print(
      `  ${run.failure === undefined ? "done" : "failed"} in ${run.seconds.toFixed(1)} s`,
    );
  }
  return runs;
}

function print({ terminal, cwd }: Context, runs: readonly PhaseRun[], page: string): void {
  const { style } = terminal;
  const rows = runs.flatMap(({ phase, metrics }) =>
    (metrics?.metrics ?? []).slice(0, 3).map((metric) => metricRow(phase, metric)),
  );
  terminal.print();
  for (const line of heading(terminal, "Results")) terminal.print(line);
  if (rows.length > 0) {
    const titles = ["phase", "metric", "value", "95% interval", "baseline"].map(style.dim);
    for (const line of table([titles, ...rows], [2])) terminal.print(`  ${line}`);
    terminal.print();
  }
  for (const { phase, metrics, failure } of runs) {
    if (failure !== undefined) {
      const lines = failure.split("\n");
      terminal.print(
        `  ${style.red(`${style.symbols.fail} phase ${phase.id} failed:`)} ${lines[0]}`,
      );
      for (const line of lines.slice(1)) terminal.print(`      ${truncate(line, 74)}`);
    } else if (metrics) {
      for (const line of paragraph(terminal, `Phase ${phase.id} used: ${metrics.data}`)) {
        terminal.print(line);
      }
    }
  }
  terminal.print();
  for (const line of facts(terminal, [["report", typedPath(cwd, page)]])) terminal.print(line);
  terminal.printJson({
    page,
    phases: runs.map(({ phase, seconds, metrics, failure }) => ({
      phase: phase.id,
      seconds,
      metrics: metrics ?? null,
      failure: failure ?? null,
    })),
  });
}

function metricRow(phase: Phase, metric: Metric): string[] {
  const { name, value, unit, interval, baseline, baselineName } = metric;
  return [
    String(phase.id),
    name,
    formatValue(value, unit),
    interval ? `${formatValue(interval[0])} to ${formatValue(interval[1])}` : "",
    baseline === undefined
      ? ""
      : `${formatValue(baseline)}${baselineName === undefined ? "" : ` (${baselineName})`}`,
  ];
}
