import { Queue } from "bullmq";
import { QUEUE, type ScoreJob } from "./job.ts";
import { connect } from "./redis.ts";

/** A chunk that was given up, and why. */
export interface GivenUp {
  key: string;
  texts: number;
  attempts: number;
  reason: string;
}

/** How much there is to do, and what was given up. */
export async function jobsOf(
  url: string,
): Promise<{ counts: Record<string, number>; dead: GivenUp[] }> {
  const redis = connect(url, () => {});
  const queue = new Queue<ScoreJob>(QUEUE, { connection: redis });
  try {
    const counts = await queue.getJobCounts("waiting", "active", "delayed", "failed");
    const failed = await queue.getFailed();
    return {
      counts,
      dead: failed.map(({ id, data, attemptsMade, failedReason }) => ({
        key: id!,
        texts: data.texts.length,
        attempts: attemptsMade,
        reason: failedReason,
      })),
    };
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
