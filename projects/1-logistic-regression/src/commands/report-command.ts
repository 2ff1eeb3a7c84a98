import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { Command } from "commander";
import { InputError } from "../input-error.ts";
import { buildReport } from "../report/build-report.ts";
import { readText } from "../run/load-samples.ts";
import { parseResults, type RunResults } from "../run/results.ts";
import type { Context } from "./context.ts";

/** `report`: draws a run's report again from its results.json. */
export function reportCommand(context: Context): Command {
  return new Command("report")
    .description("draw the report of a run again, from the numbers it left")
    .argument("[run]", "a run folder that train wrote (default: the latest in runs)")
    .option("--output <html>", "where to write (default: report.html in the run folder)")
    .action((run: string | undefined, { output }: { output?: string }) =>
      runReport(run, output, context),
    );
}

async function runReport(run: string | undefined, output: string | undefined, context: Context) {
  const folder = run ?? (await latestRun("runs"));
  const html = buildReport(await readResults(join(folder, "results.json")));
  const target = output ?? join(folder, "report.html");
  await writeFileAtomic(target, html);
  context.out(`Report: ${target}\n`);
}

/** The run whose results were written last, whatever its folder is called. */
async function latestRun(runs: string): Promise<string> {
  let latest: { folder: string; time: number } | undefined;
  for (const name of await readdir(runs).catch(() => [])) {
    const folder = join(runs, name);
    const found = await stat(join(folder, "results.json")).catch(() => undefined);
    if (found && found.mtimeMs > (latest?.time ?? -Infinity)) {
      latest = { folder, time: found.mtimeMs };
    }
  }
  if (latest === undefined) {
    throw new InputError(`${runs}: there is no run yet; train a model first, or name a run folder`);
  }
  return latest.folder;
}

async function readResults(path: string): Promise<RunResults> {
  const text = await readText(path);
  let results: RunResults | null;
  try {
    // The format's name, checked below, vouches for the rest.
    results = parseResults(text);
  } catch {
    throw new InputError(`${path}: it is no JSON; train again`);
  }
  if (results?.format !== "ml-roadmap/logistic-regression-run") {
    throw new InputError(`${path}: expected the results of a run; train again`);
  }
  return results;
}
