import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
import { currentRuntime, heap } from "../wasm/current.ts";
import { control } from "../wasm/gemm/sharedWork.ts";
import type { Runtime } from "../wasm/runtime.ts";
import { Pacing } from "./pacing.ts";
import { teamFor } from "./team.ts";
import { workerSource } from "./worker.ts";
import type { WorkerStart } from "./worker.ts";

export interface ThreadPoolOptions {
  /** Threads that compute, the calling one included; all of the machine's when left out. */
  readonly threads?: number;
}

/** Threads that share large matrix products while the pool is open. */
export interface ThreadPool extends AsyncDisposable {
  readonly threads: number;
  /** Ends the workers; products are computed by the calling thread alone again. */
  close(): Promise<void>;
}

let isOpen = false;

/**
 * Opens a pool of worker threads: from now on `matmul` and the like share products of more than
 * some ten million multiply-adds with them, in the calling thread's time: nothing becomes
 * asynchronous. Close it with `close()` or `await using`; a process that forgets to ends all the same.
 *
 * Without WebAssembly kernels, or with one thread, the pool is of the calling thread alone. Throws
 * when a pool is open already, and RangeError for a number of threads that is not whole.
 */
export async function threadPool(options: ThreadPoolOptions = {}): Promise<ThreadPool> {
  const threads = options.threads ?? availableParallelism();
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new RangeError(`threadPool: expected 1 to 64 threads, found ${threads}`);
  if (isOpen) throw new Error("threadPool: a pool is open already; close it first");
  const runtime = currentRuntime();
  if (!runtime || threads === 1 || !heap.isUsable) return alone();
  isOpen = true;
  try {
    return await open(runtime, threads);
  } catch (error) {
    isOpen = false;
    throw error;
  }
}

function alone(): ThreadPool {
  return { threads: 1, close: async () => {}, [Symbol.asyncDispose]: async () => {} };
}

async function open(runtime: Runtime, threads: number): Promise<ThreadPool> {
  const types = ["f32", "f64"] as const;
  const products = types.map((type) => runtime.onHeap.product(type));
  const jobs = types.map(() => heap.allocate(control.bytes));
  const wake = heap.allocate(64);
  const blocks = [...jobs, wake];
  for (const address of blocks) new Int32Array(heap.memory.buffer, address, 16).fill(0);
  const state = new Int32Array(heap.memory.buffer, wake, 2);

  const workers = Array.from({ length: threads - 1 }, () => {
    const workspaces = types.map((type) => heap.allocate(runtime.workspaceBytes(type)));
    blocks.push(...workspaces);
    const workerData: WorkerStart = {
      memory: heap.memory,
      modules: types.map((type) => runtime.productModule(type, true)),
      jobs,
      workspaces,
      wake,
      done: control.done,
    };
    return new Worker(workerSource, { eval: true, workerData, name: "ndarray kernels" });
  });
  await Promise.all(workers.map(ready));
  for (const worker of workers) worker.unref();

  const announce = (): void => {
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
  };
  const pacing = new Pacing();
  types.forEach((type, i) => {
    const job = { address: jobs[i], product: products[i], tile: runtime.tile(type) };
    products[i].team = teamFor(heap, job, threads, announce, pacing);
  });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      for (const product of products) product.team = undefined;
      isOpen = false;
      Atomics.store(state, 1, 1);
      announce();
      await Promise.all(workers.map((worker) => worker.terminate()));
      for (const address of blocks) heap.release(address);
    })();
    return closing;
  };
  return { threads, close, [Symbol.asyncDispose]: close };
}

/** Resolves at the worker's first message, rejects when it fails before. */
function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
}
