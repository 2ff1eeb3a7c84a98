import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { readNumber } from "../commands/read-number.ts";
import { defaultModelFolder } from "../default-model.ts";
import type { Container } from "../system/container.ts";
import { StageError } from "./run-program.ts";

const fixedSet = fileURLToPath(new URL("../../../fixtures/gate.jsonl", import.meta.url));

interface LocalCommand {
  champion: string;
  data: string;
  bake: number;
  percent: number;
  image?: true;
}

export function addLocalStage(program: Command): void {
  program
    .command("local [challenger]")
    .description(
      "gate, staging, load gate, canary, promotion or rollback, on this machine; exit code 0 promoted, 1 not",
    )
    .option("--champion <folder>", "the model that serves", defaultModelFolder())
    .option("--data <file>", "the gate's fixed set", fixedSet)
    .option("--bake <seconds>", "of the canary without an alarm", readNumber, 30)
    .option("--percent <n>", "of the traffic for the canary", readNumber, 10)
    .option("--image", "build the image, and run the replicas in it (needs a container engine)")
    .action(async (challenger: string | undefined, options: LocalCommand) => {
      const { missing } = await import("../system/programs.ts");
      const reason = missing("haproxy", "prometheus");
      if (reason) throw new StageError(`local: ${reason}`);
      const container = options.image && (await builtContainer());
      const { runLocal } = await import("./run-local.ts");
      const { defaultLimits } = await import("../gate/run-gate.ts");
      const { copyModel } = await import("../test-support/other-models.ts");
      const { madeUpReviews } = await import("../test-support/made-up-reviews.ts");
      const texts = madeUpReviews(2000, 1).map(({ text }) => text);
      const folder = await mkdtemp(join(tmpdir(), "text-service-pipeline-"));
      try {
        const { outcome, requests, failed, serves } = await runLocal({
          folder,
          champion: options.champion,
          challenger: challenger ?? (await copyModel(folder)),
          data: options.data,
          precision: "fp32",
          gate: defaultLimits,
          load: { leastRequests: 500, failureShare: 0.01, p99Milliseconds: 500 },
          loadSeconds: 15,
          stagingTexts: texts,
          texts,
          percent: options.percent,
          bakeSeconds: options.bake,
          container,
          onStep: (text) => console.log(text),
        });
        console.log(`${requests} requests meanwhile, ${failed} failed; version ${serves} serves`);
        process.exitCode = outcome === "promoted" ? 0 : 1;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}

/** The image, built here. @throws StageError where that cannot be */
async function builtContainer(): Promise<Container> {
  const { buildContainer } = await import("../system/container.ts");
  console.log("building the image ...");
  const container = buildContainer("text-service:pipeline");
  if (typeof container === "string") throw new StageError(`local --image: ${container}`);
  return container;
}
