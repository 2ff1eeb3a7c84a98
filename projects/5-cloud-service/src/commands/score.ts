import type { Model } from "@ml-roadmap/model-server";
import { Option, type Command } from "commander";
import { DeadLetter, type Engine } from "../batch/scored.ts";
import { scoreFile } from "../batch/score-file.ts";
import { defaultModelFolder } from "../default-model.ts";
import { precisions, type Precision } from "../model/precision.ts";
import { findModel, type FoundModel } from "./find-model.ts";
import { NotPromotedError } from "../registry/registry-error.ts";
import { readCount } from "./read-number.ts";
import { withRegistry, type RegistryOptions } from "./registry.ts";

interface ModelCommand extends RegistryOptions {
  model: string;
  precision: Precision;
}

interface ScoreCommand extends ModelCommand {
  out: string;
  engine: "local" | "bullmq";
  redis: string;
  workers: number;
  chunkSize: number;
  textColumn: string;
  idColumn: string;
}

/** Texts that a model computes at once; the same on every machine, since int8 results depend on it. */
const BATCH = 32;

const withModel = (command: Command): Command =>
  withRegistry(command)
    .option("--model <model>", "a folder, or name or name:version", defaultModelFolder())
    .addOption(
      new Option("--precision <precision>", "of the model").choices(precisions).default("int8"),
    );

const redisOption = [
  "--redis <url>",
  "of the queue",
  process.env["REDIS_URL"] || "redis://127.0.0.1:6379",
] as const;

async function start(found: FoundModel, precision: Precision, workers: number): Promise<Model> {
  const { folder, name, version } = found;
  const { startTextModel } = await import("../model/start-text-model.ts");
  return startTextModel({ folder, name, version, precision, workers, maxBatchSize: BATCH });
}

const say = (text: string) => process.stderr.write(`${text}\n`);

export function addScoreCommands(program: Command): void {
  withModel(program.command("score <input>"))
    .description("classify every text of a .csv or .jsonl file, also .gz")
    .requiredOption("--out <file>", "a .csv or .jsonl file; complete or not there")
    .addOption(
      new Option("--engine <engine>", "this machine, or workers behind Redis")
        .choices(["local", "bullmq"])
        .default("local"),
    )
    .option(...redisOption)
    .option("--workers <n>", "threads of the local engine", readCount, 1)
    .option("--chunk-size <n>", "texts a chunk", readCount, 200)
    .option("--text-column <name>", "column or member with the text", "text")
    .option("--id-column <name>", "column or member with an id", "id")
    .action(async (input: string, options: ScoreCommand) => {
      // In a container it is process 1, which no signal ends by itself. The next run goes on from here.
      process.once("SIGINT", () => process.exit(130));
      process.once("SIGTERM", () => process.exit(143));
      const model = await findModel(options.model, options);
      const engine = await engineFor(options, model);
      const began = performance.now();
      let told = 0;
      try {
        const result = await scoreFile({
          input,
          output: options.out,
          textColumn: options.textColumn,
          idColumn: options.idColumn,
          chunkSize: options.chunkSize,
          model: { digest: model.digest, precision: options.precision },
          engine,
          onProgress: (done) => {
            const now = performance.now();
            if (now - told < 1000) return;
            told = now;
            say(`${done} texts, ${Math.round((1000 * done) / (now - began))} a second`);
          },
        });
        const seconds = (performance.now() - began) / 1000;
        console.log(JSON.stringify({ ...result, seconds: Number(seconds.toFixed(2)) }));
      } catch (error) {
        if (!(error instanceof DeadLetter)) throw error;
        say(error.message);
        process.exitCode = 1;
      } finally {
        await engine.close();
      }
    });

  withModel(program.command("worker"))
    .description("compute chunks of `score --engine bullmq` until SIGTERM")
    .option(...redisOption)
    .option("--concurrency <n>", "chunks at once, each in a thread", readCount, 1)
    .action(async (options: ModelCommand & { redis: string; concurrency: number }) => {
      const { redis, concurrency, precision } = options;
      const models = new Map<string, Promise<Model>>();
      const own = await findModel(options.model, options).catch((error: unknown) => {
        // In a new environment the workers are there before the first promotion. Every chunk names its model.
        if (!(error instanceof NotPromotedError)) throw error;
        say(`${error.message} yet`);
        return undefined;
      });
      if (own) {
        const warm = start(own, precision, concurrency);
        models.set(`${own.digest} ${precision}`, warm);
        await warm;
      }
      const { startWorker } = await import("../batch/score-worker.ts");
      const worker = startWorker({
        redis,
        concurrency,
        onFault: ({ message }) => say(message),
        model({ model: { name, version, digest }, precision }) {
          const key = `${digest} ${precision}`;
          const known = models.get(key);
          if (known) return known;
          const fetchAndStart = async () => {
            const found = await findModel(`${name}:${version}`, options);
            if (found.digest !== digest) {
              throw new Error(`${name}:${version} is ${found.digest} here, expected ${digest}`);
            }
            return start(found, precision, concurrency);
          };
          // Chunks that come meanwhile wait for the same one; a failure is not kept, so that a retry is one.
          const started = fetchAndStart().catch((error: unknown) => {
            models.delete(key);
            throw error;
          });
          models.set(key, started);
          return started;
        },
      });
      say(
        own
          ? `computes with ${own.name}:${own.version} ${own.digest.slice(0, 12)}`
          : "computes with what each chunk names",
      );
      const stop = async () => {
        await worker.close();
        process.exit(0);
      };
      for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void stop());
    });

  program
    .command("jobs")
    .description("what waits in the queue, and chunks that were given up")
    .option(...redisOption)
    .action(async ({ redis }: { redis: string }) => {
      const { jobsOf } = await import("../batch/dead-letters.ts");
      const { counts, dead } = await jobsOf(redis);
      for (const [state, count] of Object.entries(counts)) console.log(`${state} ${count}`);
      for (const { key, texts, attempts, reason } of dead) {
        console.log(
          `dead letter ${key.slice(0, 12)}: ${texts} texts, tried ${attempts} times: ${reason}`,
        );
      }
    });
}

async function engineFor(options: ScoreCommand, model: FoundModel): Promise<Engine> {
  const { engine, redis, workers, precision } = options;
  if (engine === "local") {
    const { localEngine } = await import("../batch/local-engine.ts");
    return localEngine(await start(model, precision, workers));
  }
  const { bullmqEngine } = await import("../batch/bullmq-engine.ts");
  const { name, version, digest } = model;
  return bullmqEngine({
    redis,
    job: { model: { name, version, digest }, precision },
    onFault: ({ message }) => say(message),
  });
}
