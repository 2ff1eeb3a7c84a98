import type { Model } from "../model.ts";
import { Problem } from "../problem.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { ModelThread } from "./model-thread.ts";

/** The functions of a model that run where requests are read, not in its threads. */
type OwnFunctions = Pick<Model, "check" | "group" | "cost">;

export interface ThreadedOptions extends OwnFunctions {
  /** What `serveModel` loads the model with, in every thread; copied. */
  data?: unknown;
  /** Threads, each with a copy of the model; as many batches are computed at once. 1 by default. */
  threads?: number;
  /** Milliseconds that loading and warming up may take. */
  startTimeout?: number;
  /** Milliseconds after which a prediction hangs: it fails, and its thread is replaced. */
  predictTimeout?: number;
  /** Told why a thread ended that nobody closed, and why one could not be started again. */
  onFault?: (error: unknown) => void;
}

/** Milliseconds before a thread that could not be started again is tried once more. */
const RETRY_DELAY = 1000;

interface Waiting {
  resolve: (thread: ModelThread) => void;
  reject: (error: unknown) => void;
}

const unavailable = () => new Problem(503, "the model is not running", { retryAfter: 1 });

/**
 * A model whose predictions are computed in threads of their own, so that the event loop goes on reading and
 * answering requests meanwhile. A thread that ends fails what it computes and is replaced.
 *
 * @param file a worker's file that calls `serveModel`; see `workerFile`
 * @throws what loading the model throws
 */
export async function threadedModel(file: URL, options: ThreadedOptions = {}): Promise<Model> {
  const { data, threads: count = 1, startTimeout = 60_000, predictTimeout = 60_000 } = options;
  const { check, group, cost, onFault } = options;
  const start = () => ModelThread.start({ file, data, startTimeout, predictTimeout });
  const threads = new Set<ModelThread>();
  const idle: ModelThread[] = [];
  const waiting: Waiting[] = [];
  let closed = false;
  /** A thread that ended could not be started again, so far. */
  let down = false;

  const free = (thread: ModelThread) => {
    if (!thread.usable) return;
    const next = waiting.shift();
    if (next) next.resolve(thread);
    else idle.push(thread);
  };
  const add = (thread: ModelThread) => {
    threads.add(thread);
    free(thread);
    void watch(thread);
  };
  const watch = async (thread: ModelThread): Promise<void> => {
    const reason = await thread.ended;
    threads.delete(thread);
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    if (closed) return;
    onFault?.(reason);
    await replace();
  };
  const replace = async (): Promise<void> => {
    try {
      const thread = await start();
      down = false;
      if (closed) await thread.close();
      else add(thread);
    } catch (error) {
      onFault?.(error);
      down = threads.size === 0;
      if (down) for (const { reject } of waiting.splice(0)) reject(unavailable());
      setTimeout(() => closed || void replace(), RETRY_DELAY).unref();
    }
  };
  const take = (): Promise<ModelThread> => {
    if (closed || down) return Promise.reject(unavailable());
    const thread = idle.pop();
    if (thread) return Promise.resolve(thread);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };

  const started = await Promise.allSettled(Array.from({ length: count }, start));
  const failed = started.find(({ status }) => status === "rejected");
  const up = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  if (failed?.status === "rejected") {
    await Promise.all(up.map((thread) => thread.close()));
    throw failed.reason;
  }
  for (const thread of up) add(thread);
  return {
    ...up[0].description,
    ...(check && { check }),
    ...(group && { group }),
    ...(cost && { cost }),
    concurrency: count,
    ready: () => threads.size > 0,
    async predict(inputs: Tensors) {
      const thread = await take();
      try {
        return await thread.predict(inputs);
      } finally {
        free(thread);
      }
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(unavailable());
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}
