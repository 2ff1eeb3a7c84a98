import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { inProcess, reported } from "@ml-roadmap/bench";
import type { Case, Runner, Suite } from "@ml-roadmap/bench";
import * as np from "@ml-roadmap/ndarray";
import { threadPool } from "@ml-roadmap/ndarray/threads";

/** Multiply-adds in a measurement: some tenths of a second. */
const work = 4e9;

/**
 * Square products in wall time. Pool and rivals exist only during a measurement of their own, and
 * opening them is not timed.
 */
function squares(side: number, threads: number, rivals: number): Runner {
  return inProcess(() => {
    const make = (): np.NDArray => np.toHeap(np.full([side, side], 0.5, { dtype: "float32" }));
    const [a, b, out] = [make(), make(), make()];
    const products = (count: number): void => {
      for (let i = 0; i < count; i++) np.matmul(a, b, { out });
    };
    let milliseconds = 0;
    const run = async (): Promise<void> => {
      await using _ = await threadPool({ threads });
      const busy = await Promise.all(Array.from({ length: rivals }, busyThread));
      products(5);
      const count = Math.ceil(work / side ** 3);
      const start = performance.now();
      products(count);
      milliseconds = (performance.now() - start) / count;
      await Promise.all(busy.map((worker) => worker.terminate()));
    };
    const report = (): Record<string, number> => ({ product: milliseconds });
    return { run, report, close: () => np.release(a, b, out) };
  });
}

/** A thread that does nothing but keep a core busy. */
function busyThread(): Promise<Worker> {
  const source = `require("node:worker_threads").parentPort.postMessage(0); for (;;);`;
  const worker = new Worker(source, { eval: true });
  return new Promise((resolve) => worker.once("message", () => resolve(worker)));
}

function cases(): Case[] {
  return [0, availableParallelism() - 1].flatMap((rivals) =>
    [256, 512, 1024].map((side) => ({
      name: `float32 ${side}x${side}x${side}, other cores ${rivals > 0 ? "busy" : "idle"}`,
      measures: [reported("product", { unit: "ms", better: "lower" as const })],
      repeat: 1,
      ours: { "2 threads": squares(side, 2, rivals) },
      peers: { "1 thread": squares(side, 1, rivals) },
    })),
  );
}

const suite: Suite = {
  description: "matrix products on two threads against one",
  cases,
};
export default suite;
