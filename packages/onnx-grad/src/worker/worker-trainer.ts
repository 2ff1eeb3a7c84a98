import type { LocalOptions } from "../train/local-trainer.ts";
import type { Trainer } from "../train/trainer.ts";
import { remote } from "./rpc.ts";
import type { TrainerService } from "./trainer-thread.ts";
import { startWorker } from "./start-worker.ts";

/** Opens a trainer on a thread of its own; batches are copied to it, results move back. */
export async function openWorkerTrainer(options: LocalOptions): Promise<Trainer> {
  const { backend: _, optimizer, ...rest } = options;
  const { decays, ...numbers } = optimizer;
  const decaying = rest.plan.parameters
    .filter(({ name, shape }) => decays(name, shape))
    .map(({ name }) => name);
  const worker = startWorker("trainer-thread", import.meta.url);
  const thread = remote<TrainerService>(worker);
  await thread.call("open", { ...rest, decaying, optimizer: numbers });
  const { parameters, frozen } = rest.plan;
  return {
    parameters: parameters.map(({ name, shape }) => ({
      name,
      shape,
      isTrained: !frozen.includes(name),
    })),
    step: (batch, stepOptions = {}) => thread.call("step", batch, stepOptions),
    evaluate: (batch) => thread.call("evaluate", batch),
    predict: (batch) => thread.call("predict", batch),
    weights: () => thread.call("weights"),
    state: () => thread.call("state"),
    restore: (state) => thread.call("restore", state),
    async close() {
      await thread.call("close");
      await thread.close();
    },
  };
}
