import { delimiter } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { bench } from "./bench.ts";
import type { BenchOptions } from "./bench.ts";
import { discoverSuites, findSuite } from "./discover.ts";
import type { FoundSuite } from "./discover.ts";
import { importSuite } from "./import-suite.ts";

interface Options extends BenchOptions {
  readonly list?: true;
}

/** Runs the command with these arguments on the suites of the repository at `root`. */
export async function main(args: readonly string[], root: string) {
  const nodes = process.env["ML_ROADMAP_NODES"]?.split(delimiter).filter(Boolean) ?? [];
  const command = new Command("bench")
    .description("Times ours against every peer that this machine has, side by side.")
    .argument("[suite]", "which suite, see --list")
    .option("--list", "print the suites")
    .option("--json <file>", "write the figures there, too")
    .option("--rounds <n>", "rounds for each case; default 11 or what the case asks for", whole)
    .option("--filter <text>", "only cases whose name contains this")
    .option("--quick", "few rounds and small sizes: a look, no evidence", false)
    .option(
      "--node <path>",
      "run ours in this Node, too (repeatable; added to those in ML_ROADMAP_NODES)",
      (path: string, before: string[]) => [...before, path],
      nodes,
    )
    .option(
      "--python <path>",
      "run peers in this Python, too (repeatable); variables may stand before the path",
      (path: string, before: string[]) => [...before, path],
      [],
    )
    .option("--no-variants", "run ours as shipped only")
    .option("--seed <n>", "seed of the order in each round", whole, 1)
    .option("--timeout <seconds>", "how long one answer of a peer may take", positive, 120);
  command.action(async (name: string | undefined, options: Options) => {
    const suites = discoverSuites(root);
    if (options.list) return list(suites);
    if (name === undefined) return command.help({ error: true });
    const { name: found, url } = findSuite(suites, name);
    process.exitCode = await bench(found, url, await importSuite(url), options);
  });
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function list(suites: readonly FoundSuite[]) {
  for (const { name, owner, url } of suites) {
    const about = await importSuite(url).then(
      (suite) => suite.description,
      (error: Error) => `cannot be loaded: ${error.message}`,
    );
    console.log(`${name.padEnd(16)} ${about} (${owner})`);
  }
  if (suites.length === 0) console.log("There is no suite yet.");
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("Expected a number above 0.");
}

function whole(text: string): number {
  const value = positive(text);
  if (Number.isInteger(value)) return value;
  throw new InvalidArgumentError("Expected a whole number.");
}
