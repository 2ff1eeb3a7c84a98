import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { runProgram } from "./run-program.ts";

/** The description of the clouds: a workspace of its own, because what it needs is heavy. */
const infra = fileURLToPath(new URL("../../../infra", import.meta.url));

/** The stages that describe clouds; the first one installs what that takes. */
export function addInfraStages(program: Command): void {
  program
    .command("infra")
    .description("check the description of the clouds: its promises, schemas, and mutations")
    .action(async () => {
      await buildInfra();
      const vitest = toolOf("vitest", "vitest.mjs");
      const config = join(infra, "..", "..", "..", "vitest.config.ts");
      const args = ["run", "--config", config, "--root", infra, "--reporter=default"];
      await runProgram(process.execPath, [vitest, ...args]);
    });

  program
    .command("synth <folder>")
    .description("write AWS's templates; settings are environment variables")
    .action(async (folder: string) => {
      await buildInfra();
      await runProgram(process.execPath, [join(infra, "dist", "src", "aws", "synth.js"), folder]);
    });

  program
    .command("manifests <file>")
    .description("write Kubernetes' objects as YAML; settings are environment variables")
    .action(async (file: string) => {
      await buildInfra();
      await runProgram(process.execPath, [join(infra, "dist/src/kubernetes/synth.js"), file]);
    });
}

async function buildInfra(): Promise<void> {
  if (!existsSync(join(infra, "node_modules", "aws-cdk-lib"))) {
    const root = createRequire(join(infra, "..", "..", "..", "package.json"));
    const { packageManager }: { packageManager: string } = root("./package.json");
    const pnpm = packageManager.split("+")[0];
    // npm runs a package's program from a file as well, and so without a shell.
    // On Windows it stands beside Node, elsewhere a level up.
    const beside = dirname(process.execPath);
    const npx = [beside, join(beside, "..", "lib")]
      .map((folder) => join(folder, "node_modules", "npm", "bin", "npx-cli.js"))
      .find((file) => existsSync(file));
    const [command, first] = npx === undefined ? ["npx", []] : [process.execPath, [npx]];
    await runProgram(command, [
      ...first,
      "-y",
      pnpm,
      "--dir",
      infra,
      "install",
      "--frozen-lockfile",
    ]);
  }
  await runProgram(process.execPath, [toolOf("typescript", join("bin", "tsc")), "-b", infra]);
}

/** A program of a package that the repository has installed. */
function toolOf(name: string, path: string): string {
  const manifest = createRequire(join(infra, "package.json")).resolve(`${name}/package.json`);
  return join(dirname(manifest), path);
}
