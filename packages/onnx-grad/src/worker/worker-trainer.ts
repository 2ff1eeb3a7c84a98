import type { CoreTrainer, LocalOptions } from "../train/local-trainer.ts";
import { remote } from "./rpc.ts";
import type { TrainerService } from "./trainer-thread.ts";
import { startWorker } from "./start-worker.ts";

/** Opens a trainer on a thread of its own; batches are copied to it, results move back. */
export async function openWorkerTrainer(options: LocalOptions): Promise<CoreTrainer> {
  const { backend: _, optimizer, ...rest } = options;
  const { decays, learningRateFactor, ...numbers } = optimizer;
  const groups = Object.fromEntries(
    rest.plan.parameters.map(({ name, shape }) => [
      name,
      { decays: decays(name, shape), factor: learningRateFactor(name, shape) },
    ]),
  );
  const worker = startWorker("trainer-thread", import.meta.url);
  const thread = remote<TrainerService>(worker);
  try {
    await thread.call("open", { ...rest, groups, optimizer: numbers });
  } catch (error) {
    await thread.close();
    throw error;
  }
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
