import { checkWritable, toJson, writeAtomic } from "./json.ts";
import { thisMachine } from "./machine.ts";
import { markdown } from "./markdown.ts";
import { Processes } from "./processes.ts";
import { progressOn } from "./progress.ts";
import { pythonHome } from "./python-home.ts";
import { rowsOf, summaryRows } from "./rows.ts";
import { runCases } from "./run-suite.ts";
import { casesOf } from "./suite.ts";
import type { Suite } from "./suite.ts";
import { nodeBinary, withVariants } from "./variants.ts";

export interface BenchOptions {
  readonly json?: string;
  readonly rounds?: number;
  readonly filter?: string;
  readonly quick: boolean;
  readonly node: readonly string[];
  readonly python: readonly string[];
  /** Whether the suite's variants run, too. */
  readonly variants: boolean;
  readonly seed: number;
  readonly timeout: number;
}

/** Runs a suite and prints its result; returns the exit code, 1 when one of ours failed. */
export async function bench(
  name: string,
  url: string,
  suite: Suite,
  options: BenchOptions,
): Promise<number> {
  const { quick, filter = "", seed, rounds } = options;
  const nodes = options.node.map(nodeBinary);
  const pythons = options.python.map(pythonHome);
  const shown = options.variants ? suite : { ...suite, variants: {} };
  const file = options.json === undefined ? undefined : checkWritable(options.json);
  const all = casesOf(suite, quick);
  const cases = all.filter((one) => one.name.toLowerCase().includes(filter.toLowerCase()));
  if (cases.length === 0) {
    const known = all.map((one) => one.name).join(", ");
    throw new Error(`bench: no case of ${name} contains "${filter}"; there are: ${known}`);
  }
  const processes = new Processes();
  const progress = progressOn(process.stderr);
  const stop = (code: number) => () => {
    progress.clear();
    process.exit(code);
  };
  const killAll = () => processes.killAll();
  const [onInterrupt, onTerminate] = [stop(130), stop(143)];
  process.on("exit", killAll);
  process.once("SIGINT", onInterrupt);
  process.once("SIGTERM", onTerminate);
  try {
    const result = await runCases(
      cases.map((one) => withVariants(shown, url, one, nodes, pythons)),
      { processes, quick, seed, rounds, progress, timeoutSeconds: options.timeout },
    );
    progress.clear();
    const rows = rowsOf(result.cases);
    const table = [...rows, ...summaryRows(rows)];
    const machine = thisMachine();
    process.stdout.write(markdown(name, machine, table, result));
    if (file !== undefined) {
      writeAtomic(file, toJson(name, machine, table));
      process.stderr.write(`Wrote ${file}\n`);
    }
    return result.failures.some(({ ours }) => ours) ? 1 : 0;
  } finally {
    killAll();
    process.off("exit", killAll);
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onTerminate);
  }
}
