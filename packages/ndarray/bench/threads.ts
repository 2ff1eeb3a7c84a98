import { inProcess, wallTime } from "@ml-roadmap/bench";
import type { Case, Runner, Suite } from "@ml-roadmap/bench";
import * as np from "@ml-roadmap/ndarray";
import { threadPool } from "@ml-roadmap/ndarray/threads";

/** Square products in wall time; the pool is open only while its own measurement runs. */
function squares(side: number, threads: number): Runner {
  return inProcess(async () => {
    const make = (): np.NDArray => np.toHeap(np.full([side, side], 0.5, { dtype: "float32" }));
    const [a, b, out] = [make(), make(), make()];
    const run = async (): Promise<void> => {
      const pool = await threadPool({ threads });
      for (let i = 0; i < Math.ceil(2e9 / side ** 3); i++) np.matmul(a, b, { out });
      await pool.close();
    };
    return { run, close: () => np.release(a, b, out) };
  });
}

function cases(): Case[] {
  return [256, 512, 1024].map((side) => ({
    name: `float32 ${side}x${side}x${side}, several products`,
    measures: [wallTime("ms")],
    repeat: 1,
    ours: { "2 threads": squares(side, 2) },
    peers: { "1 thread": squares(side, 1) },
  }));
}

const suite: Suite = {
  description: "matrix products on two threads against one",
  cases,
};
export default suite;
