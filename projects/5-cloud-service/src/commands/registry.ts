import { userInfo } from "node:os";
import type { Command } from "commander";
import type { ManifestFile } from "../registry/manifest.ts";
import { openStore } from "../registry/open-store.ts";
import { NotPromotedError, RegistryError } from "../registry/registry-error.ts";
import { ModelRegistry } from "../registry/registry.ts";

/** The options of every command that reads a registry. */
export interface RegistryOptions {
  registry: string;
  s3Endpoint?: string;
}

export async function openRegistry({
  registry,
  s3Endpoint,
}: RegistryOptions): Promise<ModelRegistry> {
  return new ModelRegistry(await openStore(registry, s3Endpoint));
}

/** Adds `--registry` and `--s3-endpoint`, which default to the service's own settings. */
export function withRegistry(command: Command): Command {
  const { REGISTRY, S3_ENDPOINT } = process.env;
  return command
    .option("--registry <place>", "a folder or s3://bucket/prefix", REGISTRY || "registry")
    .option("--s3-endpoint <url>", "of a store that speaks S3 and is not AWS's", S3_ENDPOINT);
}

/** `name:version` -> both; without a version the promoted one. */
export async function resolveVersion(
  registry: ModelRegistry,
  text: string,
): Promise<{ name: string; version: string }> {
  const [name, version] = text.split(":");
  if (version !== undefined) return { name, version };
  const current = await registry.log.current(name);
  if (!current) throw new NotPromotedError(`registry: no version of ${name} was promoted`);
  return { name, version: current.version };
}

/** Metrics as `accuracy=0.93`. */
function readMetric(text: string, metrics: Record<string, number> = {}): Record<string, number> {
  const [, name, value] = /^([\w.-]+)=(-?[\d.]+(?:e-?\d+)?)$/.exec(text) ?? [];
  if (name === undefined) {
    throw new RegistryError(`--metric: expected name=number, found ${JSON.stringify(text)}`);
  }
  return { ...metrics, [name]: Number(value) };
}

/** Who types. */
export const me = (): string => {
  try {
    return userInfo().username;
  } catch {
    // Containers may run as a user without a name.
    return "unknown";
  }
};

const short = (digest: string) => digest.slice(0, 12);
const megabytes = (files: readonly ManifestFile[]) =>
  `${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)} MB`;

export function addRegistryCommands(program: Command): void {
  const registry = program.command("registry").description("versions of models, and what serves");
  const by = ["--by <who>", "who does it", me()] as const;

  withRegistry(registry.command("push <folder>"))
    .description("take a model's folder in as a new version")
    .requiredOption("--name <name>", "the model's name")
    .option("--version <version>", "the next number when left out")
    .option("--metric <name=number>", "a figure it was measured with; may be repeated", readMetric)
    .option("--data <text>", "what it was trained on")
    .option("--data-sha256 <sum>", "of that data")
    .option("--code <commit>", "what it was trained with")
    .option(...by)
    .action(async (folder: string, options: PushCommand) => {
      const { name, version, metric, data, dataSha256, code } = options;
      const { manifest, digest } = await (
        await openRegistry(options)
      ).push(folder, {
        name,
        by: options.by,
        ...(version !== undefined && { version }),
        ...(metric && { metrics: metric }),
        ...(data !== undefined && {
          data: { description: data, ...(dataSha256 !== undefined && { sha256: dataSha256 }) },
        }),
        ...(code !== undefined && { code }),
      });
      console.log(`${name}:${manifest.version} ${short(digest)}, ${megabytes(manifest.files)}`);
    });

  const change = (command: Command) =>
    withRegistry(command)
      .option(...by)
      .option("--reason <text>", "why", "")
      .option("--expect <version>", "do nothing unless this version serves now; none for none");

  change(registry.command("promote <name:version>"))
    .description("check a version's files and let it serve")
    .action(async (text: string, options: ChangeCommand) => {
      const [name, version] = text.split(":");
      if (version === undefined) {
        throw new RegistryError(`promote: expected name:version, as ${name}:2, found ${text}`);
      }
      const opened = await openRegistry(options);
      const { number } = await opened.promote(name, version, changeOptions(options));
      console.log(`${name}:${version} serves by promotion ${number}`);
    });

  change(registry.command("rollback <name>"))
    .description("go back to the version that served before")
    .action(async (name: string, options: ChangeCommand) => {
      const opened = await openRegistry(options);
      const { version, number } = await opened.rollback(name, changeOptions(options));
      console.log(`${name}:${version} serves by rollback ${number}`);
    });

  withRegistry(registry.command("list [name]"))
    .description("versions, what they were measured with, and what served when")
    .action(async (name: string | undefined, options: RegistryOptions) => {
      const opened = await openRegistry(options);
      for (const one of name === undefined ? await opened.names() : [name]) {
        const history = await opened.log.history(one);
        const now = history.at(-1)?.version;
        for (const version of await opened.versions(one)) {
          const found = await opened.version(one, version).catch((error: unknown) => {
            // The others are to be seen all the same.
            if (!(error instanceof RegistryError)) throw error;
            console.log(`! ${one}:${version}  ${error.message}`);
            process.exitCode = 1;
          });
          if (!found) continue;
          const { manifest, digest } = found;
          const figures = Object.entries(manifest.metrics).map(([key, value]) => `${key} ${value}`);
          console.log(
            [
              `${version === now ? "*" : " "} ${one}:${version}`,
              short(digest),
              manifest.createdAt,
              manifest.createdBy,
              megabytes(manifest.files),
              ...figures,
            ].join("  "),
          );
        }
        for (const { number, kind, version, at, by, reason } of history) {
          console.log(`    ${number} ${at} ${kind} ${version} by ${by} ${reason}`.trimEnd());
        }
      }
    });

  withRegistry(registry.command("verify <name:version>"))
    .description("compare every byte with the manifest")
    .action(async (text: string, options: RegistryOptions) => {
      const opened = await openRegistry(options);
      const { name, version } = await resolveVersion(opened, text);
      const { digest, manifest } = await opened.verify(name, version);
      console.log(
        `${name}:${version} ${digest}: ${manifest.files.length} files as they were pushed`,
      );
    });
}

interface PushCommand extends RegistryOptions {
  name: string;
  version?: string;
  metric?: Record<string, number>;
  data?: string;
  dataSha256?: string;
  code?: string;
  by: string;
}

interface ChangeCommand extends RegistryOptions {
  by: string;
  reason: string;
  expect?: string;
}

const changeOptions = ({ by, reason, expect }: ChangeCommand) => ({
  by,
  reason,
  ...(expect !== undefined && { expect: expect === "none" ? null : expect }),
});
