import { parentPort, workerData } from "node:worker_threads";
import type { Model } from "../model.ts";
import { warmUp } from "../repository/warm-up.ts";
import { toFailure, type PredictMessage, type ThreadMessage } from "./messages.ts";

/**
 * In a worker's file: loads a model, warms it up, and computes what `threadedModel` sends until the thread
 * is ended.
 *
 * @param load takes the `data` given to `threadedModel`; what it throws fails the start
 */
// The parameter says what the file that calls this asks for.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function serveModel<Data>(
  load: (data: Data) => Model | Promise<Model>,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("serveModel: this is no worker thread; start it with threadedModel");
  const say = (message: ThreadMessage) => port.postMessage(message);
  // Whoever starts the thread gives the data that the file asks for.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const model = await load(workerData as Data);
  await warmUp(model);
  const { name, version, platform, inputs, outputs, parameters } = model;
  const { maxBatchSize, maxBatchCost, cacheable } = model;
  port.on("message", (message: PredictMessage) => void answer(message));
  say({
    type: "ready",
    description: {
      name,
      version,
      platform,
      inputs,
      outputs,
      maxBatchSize,
      ...(parameters && { parameters }),
      ...(maxBatchCost !== undefined && { maxBatchCost }),
      ...(cacheable !== undefined && { cacheable }),
    },
  });

  async function answer({ id, inputs: given }: PredictMessage): Promise<void> {
    try {
      say({ type: "outputs", id, outputs: await model.predict(given) });
    } catch (error) {
      say({ type: "failed", id, failure: toFailure(error) });
    }
  }
}
