import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Model } from "../model.ts";
import { byName } from "../tensors/tensor.ts";
import { threadedModel } from "../threads/threaded-model.ts";
import { workerFile } from "../threads/worker-file.ts";
import type { ImageWorkerData } from "./image-worker.ts";
import { loadImageModel, PIXELS } from "./load-image-model.ts";

export interface Placement {
  maxBatchSize: number;
  /**
   * 0 computes on the event loop; "auto" does so when a row takes less than `LONG`, and where the worker is not
   * built: a slow answer is better than none.
   */
  threads: number | "auto";
  /** Processes that share the machine's cores. */
  processes: number;
  onFault?: (error: unknown) => void;
  /** What a thread runs. */
  worker?: URL;
}

/**
 * Milliseconds of a row from which threads pay. Handing a batch over and back costs 0.05 ms (one row) to 0.1 ms
 * (32 rows) of processor time, so at 1 ms it is at most a twentieth; on the event loop a full batch of such
 * rows would keep all other requests waiting for 32 ms.
 */
export const LONG = 1;

/** How often a row is timed; the quickest counts, because everything else only makes it slower. */
const RUNS = 5;

/** An image model from its folder, computed on the event loop when it is quick and in threads when it is not. */
export async function placeImageModel(folder: string, placement: Placement): Promise<Model> {
  const { maxBatchSize, threads, processes, onFault } = placement;
  const worker = placement.worker ?? workerFile("image-worker", import.meta.url);
  const model = await loadImageModel(folder, { maxBatchSize });
  let quick = threads === 0;
  try {
    // The row is computed in any case: it also shows whether the network fits its card.
    if (threads === "auto") quick = (await rowMilliseconds(model)) < LONG || !existsSync(worker);
  } catch (error) {
    await model.close?.();
    throw error;
  }
  if (quick) return model;
  await model.close?.();
  const share = Math.max(1, Math.floor(availableParallelism() / processes));
  return threadedModel(worker, {
    data: { folder, maxBatchSize } satisfies ImageWorkerData,
    threads: threads === "auto" ? share : threads,
    check: (inputs) => model.check?.(inputs),
    ...(onFault && { onFault }),
  });
}

/** What a row without zeros, which could be skipped, takes at best. */
export async function rowMilliseconds(model: Model): Promise<number> {
  const [{ shape }] = model.inputs;
  const [, H, W] = shape;
  const data = new Float32Array(H * W).fill(128);
  const inputs = byName({ name: PIXELS, datatype: "FP32", shape: [1, H, W], data });
  let quickest = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    await model.predict(inputs);
    quickest = Math.min(quickest, performance.now() - began);
  }
  return quickest;
}
