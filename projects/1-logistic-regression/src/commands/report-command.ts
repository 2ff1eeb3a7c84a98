import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { Command } from "commander";
import { InputError } from "../input-error.ts";
import { buildReport } from "../report/build-report.ts";
import { readText } from "../run/load-samples.ts";
import type { RunResults } from "../run/results.ts";
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

/** Run folders are named for their time, so the last name is the latest. */
async function latestRun(runs: string): Promise<string> {
  const names = await readdir(runs).catch(() => []);
  const last = names.reduce((latest, name) => (name > latest ? name : latest), "");
  if (last === "") {
    throw new InputError(`${runs}: there is no run yet; train a model first, or name a run folder`);
  }
  return join(runs, last);
}

async function readResults(path: string): Promise<RunResults> {
  const text = await readText(path);
  let results: RunResults | null;
  try {
    // The format's name, checked below, vouches for the rest.
    results = JSON.parse(text);
  } catch {
    throw new InputError(`${path}: it is no JSON; train again`);
  }
  if (results?.format !== "ml-roadmap/logistic-regression-run") {
    throw new InputError(`${path}: expected the results of a run; train again`);
  }
  return results;
}
