import {
  runTraining,
  type TrainingHooks,
  type TrainingJob,
  type TrainingResult,
} from "./training-run.ts";

/**
 * Runs trainings, `atOnce` at a time (each on a thread of its own then), and returns their results in the jobs' order;
 * undefined when the signal came: each has saved a checkpoint by then.
 */
export async function runTrainings(
  jobs: readonly Omit<TrainingJob, "worker">[],
  atOnce: number,
  hooksOf: (index: number) => Omit<TrainingHooks, "signal">,
  signal: AbortSignal,
): Promise<TrainingResult[] | undefined> {
  const results = new Array<TrainingResult | undefined>(jobs.length);
  // One that fails stops the others, so that they save.
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length && !either.aborted) {
      const index = next;
      next += 1;
      const job = { ...jobs[index], worker: atOnce > 1 };
      results[index] = await runTraining(job, { ...hooksOf(index), signal: either });
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, jobs.length) }, () =>
    work().catch((error: unknown) => {
      failure.abort();
      throw error;
    }),
  );
  const settled = await Promise.allSettled(workers);
  const failed = settled.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
  const done = results.filter((result) => result !== undefined);
  return done.length === jobs.length ? done : undefined;
}
