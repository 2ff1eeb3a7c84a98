import { z } from "zod";
import { precisions } from "../model/precision.ts";

/** The queue's name in Redis. */
export const QUEUE = "text-service-score";

/** Seconds that a result is kept for a producer that comes back. */
export const RESULT_SECONDS = 24 * 3600;

/** Where a chunk's result is. */
export const resultKey = (key: string): string => `${QUEUE}:result:${key}`;

/** One chunk's work; the job's id is the chunk's key. */
export const scoreJob = z.object({
  model: z.object({ name: z.string(), version: z.string(), digest: z.string() }),
  precision: z.enum(precisions),
  texts: z.array(z.string()),
});

export type ScoreJob = z.infer<typeof scoreJob>;
