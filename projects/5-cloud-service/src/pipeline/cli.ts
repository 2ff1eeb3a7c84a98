#!/usr/bin/env node
import { Command } from "commander";
import { readCount, readNumber } from "../commands/read-number.ts";
import { addDeployStages } from "./deploy-stages.ts";
import { addGameDayStage } from "./game-day-stage.ts";
import { addInfraStages } from "./infra-stages.ts";
import { addLocalStage } from "./local-stage.ts";
import { addRetrainStage } from "./retrain-stage.ts";
import { StageError } from "./run-program.ts";

const program = new Command("pipeline")
  .description(
    "The stages from a commit to all users; each runs in CI and here. `local` runs them all on this machine.",
  )
  // 1 is a verdict (refused, rolled back): whatever kept a stage from coming to one ends with 2.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
addInfraStages(program);
addDeployStages(program);
addLocalStage(program);
addRetrainStage(program);
addGameDayStage(program);

program
  .command("conformance <url> [models...]")
  .description("does it speak the Open Inference Protocol? exit code 0 yes, 1 no")
  .option(
    "--tolerance <x>",
    "between a text's scores in different batches; for int8",
    readNumber,
    0.001,
  )
  .action(async (url: string, models: string[], { tolerance }: { tolerance: number }) => {
    const { conformanceCases, rawClient } = await import("@ml-roadmap/model-server/testing");
    const cases = await conformanceCases(
      rawClient(url),
      models.length > 0 ? models : ["sentiment"],
      tolerance,
    );
    let failed = 0;
    for (const { name, run } of cases) {
      try {
        await run();
      } catch (error) {
        failed += 1;
        console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    console.log(`${cases.length - failed} of ${cases.length} cases hold`);
    process.exitCode = failed === 0 ? 0 : 1;
  });

program
  .command("load <url>")
  .description("the load gate: is it ready for users? exit code 0 yes, 1 no")
  .option("--seconds <n>", "of requests", readNumber, 60)
  .option("--connections <n>", "at once", readCount, 8)
  .option("--requests <n>", "least number of them", readNumber, 1000)
  .option("--failures <share>", "that may fail", readNumber, 0.005)
  .option("--p99 <ms>", "most", readNumber, 300)
  .action(async (url: string, options: LoadCommand) => {
    const { loadGate } = await import("./load-gate.ts");
    const { madeUpReviews } = await import("../test-support/made-up-reviews.ts");
    const checks = await loadGate({
      url,
      texts: madeUpReviews(2000, 1).map(({ text }) => text),
      seconds: options.seconds,
      connections: options.connections,
      limits: {
        leastRequests: options.requests,
        failureShare: options.failures,
        p99Milliseconds: options.p99,
      },
    });
    for (const { name, passes, detail } of checks) {
      console.log(`${passes ? "ok     " : "REFUSED"} ${name.padEnd(9)} ${detail}`);
    }
    process.exitCode = checks.every(({ passes }) => passes) ? 0 : 1;
  });

interface LoadCommand {
  seconds: number;
  connections: number;
  requests: number;
  failures: number;
  p99: number;
}

try {
  await program.parseAsync();
} catch (error) {
  const expected = error instanceof StageError || error instanceof TypeError;
  console.error(expected ? error.message : error);
  process.exit(2);
}
