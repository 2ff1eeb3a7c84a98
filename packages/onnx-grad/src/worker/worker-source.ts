import type { Tensors } from "../runtime/backend.ts";
import { floatsOf } from "../train/accumulator.ts";
import type { GradientSource } from "../train/source.ts";
import type { GradientService, SharedWeights } from "./gradient-thread.ts";
import { remote } from "./rpc.ts";
import type { Remote } from "./rpc.ts";
import { startWorker } from "./start-worker.ts";

type Thread = { readonly remote: Remote<GradientService>; isStale: boolean };

/**
 * Runs the training model on `count` threads, each with a session and a copy of the weights of its own:
 * as many batches of one step are worked on at once.
 */
export async function workerSource(
  model: Uint8Array,
  weights: Tensors,
  count: number,
  threads: number,
): Promise<GradientSource> {
  const shared: SharedWeights = Object.entries(weights).map(([name, { shape, data }]) => ({
    name,
    shape,
    shared: new Float32Array(new SharedArrayBuffer(data.byteLength)),
  }));
  const publish = (): void => {
    for (const { name, shared: copy } of shared) copy.set(floatsOf(weights[name]));
  };
  publish();
  const all = Array.from({ length: count }, (): Thread => {
    const worker = startWorker("gradient-thread", import.meta.url);
    return { remote: remote(worker), isStale: true };
  });
  const close = async (): Promise<void> => {
    await Promise.all(all.map((thread) => thread.remote.close()));
  };
  try {
    await Promise.all(all.map((thread) => thread.remote.call("open", model, shared, threads)));
  } catch (error) {
    await close();
    throw error;
  }
  const idle = [...all];
  return {
    parallel: count,
    async compute(feeds: Tensors) {
      const thread = idle.pop();
      if (thread === undefined) throw new Error(`compute: all ${count} threads are busy`);
      try {
        const { isStale } = thread;
        thread.isStale = false;
        return await thread.remote.call("compute", feeds, isStale);
      } finally {
        idle.push(thread);
      }
    },
    weightsChanged() {
      publish();
      for (const thread of all) thread.isStale = true;
    },
    close,
  };
}
