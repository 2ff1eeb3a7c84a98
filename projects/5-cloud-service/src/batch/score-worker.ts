import type { Model } from "@ml-roadmap/model-server";
import { Worker } from "bullmq";
import { QUEUE, RESULT_SECONDS, resultKey, scoreJob, type ScoreJob } from "./job.ts";
import { scoreTexts } from "./local-engine.ts";
import { connect } from "./redis.ts";

export interface WorkerOptions {
  redis: string;
  /** Chunks that are computed at once. */
  concurrency: number;
  /** The model that a job names; throws when this worker cannot have it. */
  model: (job: ScoreJob) => Promise<Model>;
  onFault: (error: Error) => void;
  onChunk?: (key: string, texts: number) => void;
}

/**
 * Computes chunks until it is closed; then it finishes the ones it has begun. One that dies loses its lock
 * within seconds, and another worker takes its chunks.
 */
export function startWorker(options: WorkerOptions): { close: () => Promise<void> } {
  const { concurrency, model, onFault, onChunk } = options;
  const redis = connect(options.redis, onFault);
  const worker = new Worker(
    QUEUE,
    async ({ id, data }) => {
      const job = scoreJob.parse(data);
      const scored = await scoreTexts(await model(job), job.texts);
      // Written before the job is done: a job that is done has a result, whatever dies in between.
      await redis.set(resultKey(id!), JSON.stringify(scored), "EX", RESULT_SECONDS);
      onChunk?.(id!, job.texts.length);
    },
    {
      connection: redis.duplicate(),
      concurrency,
      lockDuration: 10_000,
      stalledInterval: 3000,
      // A worker that was killed is no fault of the chunk's.
      maxStalledCount: 100,
    },
  );
  worker.on("error", onFault);
  worker.on("failed", (job, error) =>
    onFault(new Error(`chunk ${job?.id?.slice(0, 12)}: ${error.message}`)),
  );
  return {
    async close() {
      await worker.close();
      redis.disconnect();
    },
  };
}
