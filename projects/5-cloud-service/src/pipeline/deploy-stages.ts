import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import type { EnvironmentName } from "../delivery/scaling-policy.ts";
import { deployArguments } from "./deploy.ts";
import { buildArguments, inspectArguments, isDigest, readDigest } from "./image.ts";
import { programOutput, runProgram } from "./run-program.ts";

/** The stages that need an account: they call `docker` and `aws` with arguments that are tested without one. */
export function addDeployStages(program: Command): void {
  program
    .command("image")
    .description("build the image once, with SBOM and provenance, push it, and tell its digest")
    .requiredOption("--repository <name>", "registry/text-service")
    .requiredOption("--revision <commit>", "the image's tag")
    .option("--image-version <version>", "label of the image", "0.1.0")
    .action(async (options: { repository: string; revision: string; imageVersion: string }) => {
      const { repository, revision, imageVersion: version } = options;
      const folder = await mkdtemp(join(tmpdir(), "text-service-image-"));
      try {
        const metadata = join(folder, "metadata.json");
        const image = { repository, revision, version, metadata };
        const build = buildArguments(image);
        let digest = await programOutput("docker", inspectArguments(image));
        if (digest === undefined || !isDigest(digest)) {
          await runProgram("docker", build);
          digest = readDigest(await readFile(metadata, "utf8"));
        } else console.log(`${repository}:${revision} was built before`);
        console.log(`digest=${digest}`);
        const { GITHUB_OUTPUT } = process.env;
        if (GITHUB_OUTPUT) await appendFile(GITHUB_OUTPUT, `digest=${digest}\n`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

  program
    .command("deploy <environment>")
    .description("bring staging or production to its template; ends when the canary has baked")
    .requiredOption("--templates <folder>", "what `npm run synth` of infra wrote")
    .requiredOption("--account <number>", "of AWS")
    .option("--region <region>", "of AWS", "eu-central-1")
    .action(async (name: string, options: DeployCommand) => {
      await runProgram("aws", deployArguments({ environment: environmentOf(name), ...options }));
    });
}

function environmentOf(name: string): EnvironmentName {
  if (name === "staging" || name === "production") return name;
  throw new InvalidArgumentError("Expected staging or production.");
}

interface DeployCommand {
  templates: string;
  account: string;
  region: string;
}
