import { setTimeout as wait } from "node:timers/promises";
import { Queue } from "bullmq";
import { z } from "zod";
import { QUEUE, resultKey, type ScoreJob } from "./job.ts";
import { connect } from "./redis.ts";
import { DeadLetter, scored, type Engine, type Scored } from "./scored.ts";

/** Milliseconds between looks at which results have come. */
const POLL = 100;
/** Milliseconds after which a chunk without a result is looked for among the jobs. */
const DOUBT = 3000;

const results = z.array(scored);

/** A chunk's result as a worker wrote it. Throws when it is none. */
function readResult(value: string, texts: readonly string[]): Scored[] {
  const found = results.parse(JSON.parse(value));
  if (found.length === texts.length) return found;
  throw new Error(`a result has ${found.length} rows, expected ${texts.length}`);
}

export interface BullmqOptions {
  redis: string;
  job: Omit<ScoreJob, "texts">;
  /** How often a chunk is tried before it is a dead letter. */
  attempts?: number;
  onFault?: (error: Error) => void;
}

interface Waiting {
  texts: readonly string[];
  since: number;
  resolve: (scored: Scored[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Computes chunks on whatever machines run the worker. A job's id and its result's key are the chunk's key, so
 * that adding it twice and computing it twice are as good as once. What is waited for is the result itself,
 * not news of it: nothing is missed while Redis is away, and a job that got lost is added anew.
 */
export function bullmqEngine(options: BullmqOptions): Engine {
  const { job, attempts = 5, onFault = () => {} } = options;
  const redis = connect(options.redis, onFault);
  const queue = new Queue<ScoreJob>(QUEUE, { connection: redis });
  queue.on("error", onFault);
  const waiting = new Map<string, Waiting>();
  const state = { closed: false };
  const polling = poll();

  const add = (key: string, texts: readonly string[]) =>
    queue.add(
      "score",
      { ...job, texts: [...texts] },
      {
        jobId: key,
        attempts,
        backoff: { type: "exponential", delay: 500 },
        removeOnComplete: true,
      },
    );

  async function collect(): Promise<void> {
    const keys = [...waiting.keys()];
    if (keys.length === 0) return;
    const values = await redis.mget(keys.map(resultKey));
    for (const [i, key] of keys.entries()) {
      const value = values[i];
      if (value === null) continue;
      const { resolve, reject, texts } = waiting.get(key)!;
      waiting.delete(key);
      // One that cannot be read must be told: nobody waits for it any more, and it would never come.
      try {
        resolve(readResult(value, texts));
      } catch (error) {
        reject(error);
      }
    }
  }

  /** What became of chunks that take long: lost ones are added again, given up ones are told. */
  async function doubt(): Promise<void> {
    for (const [key, one] of waiting) {
      if (performance.now() - one.since < DOUBT) continue;
      one.since = performance.now();
      const found = await queue.getJob(key);
      if (found && (await found.isFailed())) {
        waiting.delete(key);
        one.reject(new DeadLetter(`tried ${found.attemptsMade} times: ${found.failedReason}`));
      } else if (!found && (await redis.exists(resultKey(key))) === 0) await add(key, one.texts);
    }
  }

  async function poll(): Promise<void> {
    while (!state.closed) {
      try {
        await collect();
        await doubt();
      } catch (error) {
        if (!state.closed) onFault(error instanceof Error ? error : new Error(String(error)));
      }
      await wait(POLL);
    }
  }

  return {
    ahead: 64,
    async score(key, texts) {
      const known = await redis.get(resultKey(key));
      if (known !== null) return readResult(known, texts);
      // A dead letter of an earlier run gets another chance.
      const before = await queue.getJob(key);
      if (before && (await before.isFailed())) await before.remove();
      const outcome = new Promise<Scored[]>((resolve, reject) => {
        waiting.set(key, { texts, since: performance.now(), resolve, reject });
      });
      await add(key, texts);
      return outcome;
    },
    async close() {
      state.closed = true;
      await polling;
      await queue.close();
      redis.disconnect();
    },
  };
}
