/** What a worker of the pool is started with; addresses in the shared memory. */
export interface WorkerStart {
  readonly memory: unknown;
  /** Compiled modules, one for each type of float, that export `work(job, workspace)`. */
  readonly modules: readonly unknown[];
  readonly jobs: readonly number[];
  readonly workspaces: readonly number[];
  /** Address of two words: how many jobs were announced, and whether to stop. */
  readonly wake: number;
  /** Offset of a job's count of finished chunks. */
  readonly done: number;
}

/**
 * A worker's program. It is a string because a worker starts from a file of its own, which neither
 * the TypeScript source nor a bundle has; all it does is call the kernels. It runs as a script and as
 * a module, whichever Node takes it for.
 *
 * Between jobs it spins for some microseconds, then sleeps.
 */
export const workerSource = `
import("node:worker_threads").then(({ parentPort, workerData }) => {
  const { memory, modules, jobs, workspaces, wake, done } = workerData;
  const imports = { env: { memory } };
  const work = modules.map((module) => new WebAssembly.Instance(module, imports).exports.work);
  const state = new Int32Array(memory.buffer, wake, 2);
  const finished = jobs.map((job) => new Int32Array(memory.buffer, job + done, 1));
  let seen = Atomics.load(state, 0);
  parentPort.postMessage("ready");
  for (;;) {
    for (let spin = 0; spin < 5000 && Atomics.load(state, 0) === seen; spin++);
    Atomics.wait(state, 0, seen);
    seen = Atomics.load(state, 0);
    if (Atomics.load(state, 1) === 1) break;
    for (let i = 0; i < work.length; i++) {
      work[i](jobs[i], workspaces[i]);
      Atomics.notify(finished[i], 0);
    }
  }
});
`;
