import { parentPort } from "node:worker_threads";
import type { Transferable } from "node:worker_threads";
import { onnxNode } from "../runtime/onnx-node.ts";
import type { Tensors } from "../runtime/backend.ts";
import { openLocalTrainer } from "../train/local-trainer.ts";
import type { CoreTrainer, LocalOptions } from "../train/local-trainer.ts";
import type { AdamW, Sgd } from "../train/optimizer.ts";
import type { StepOptions, StepResult } from "../train/trainer.ts";
import { serve } from "./rpc.ts";

// A whole trainer on a thread of its own.

type Functions = "decays" | "learningRateFactor";

/** What can be sent: functions cannot, so what the optimiser's say of each parameter stands for them. */
export type ThreadOptions = Omit<LocalOptions, "backend" | "optimizer"> & {
  readonly optimizer: Omit<AdamW, Functions> | Omit<Sgd, Functions>;
  readonly groups: Readonly<Record<string, { readonly decays: boolean; readonly factor: number }>>;
};

export type TrainerService = Pick<
  CoreTrainer,
  "evaluate" | "predict" | "weights" | "state" | "restore" | "close"
> & {
  open(options: ThreadOptions): Promise<void>;
  step(batch: Tensors | readonly Tensors[], options: StepOptions): Promise<StepResult>;
};

let opened: CoreTrainer | undefined;

function trainer(): CoreTrainer {
  if (opened === undefined) throw new Error("trainer thread: not open");
  return opened;
}

if (parentPort !== null) {
  serve<TrainerService>(parentPort, {
    async open({ groups, ...options }) {
      const decays = (name: string): boolean => groups[name].decays;
      const learningRateFactor = (name: string): number => groups[name].factor;
      const optimizer = { ...options.optimizer, decays, learningRateFactor };
      opened = await openLocalTrainer({ ...options, optimizer, backend: onnxNode });
      return { result: undefined };
    },
    async step(batch, options) {
      const result = await trainer().step(batch, options);
      return { result, transfer: buffersOf(result.outputs) };
    },
    async evaluate(batch) {
      const result = await trainer().evaluate(batch);
      return { result, transfer: buffersOf(result.outputs) };
    },
    async predict(batch) {
      const result = await trainer().predict(batch);
      return { result, transfer: buffersOf(result) };
    },
    async weights() {
      const result = await trainer().weights();
      return { result, transfer: Object.values(result).map(bufferOf) };
    },
    async state() {
      const result = await trainer().state();
      const arrays = [...Object.values(result.weights), ...Object.values(result.moments).flat()];
      return { result, transfer: arrays.map(bufferOf) };
    },
    async restore(state) {
      await trainer().restore(state);
      return { result: undefined };
    },
    async close() {
      await trainer().close();
      return { result: undefined };
    },
  });
}

function buffersOf(tensors: Tensors): Transferable[] {
  return Object.values(tensors).map(({ data }) => bufferOf(data));
}

function bufferOf({ buffer }: { readonly buffer: ArrayBufferLike }): ArrayBuffer {
  if (buffer instanceof ArrayBuffer) return buffer;
  throw new TypeError("trainer thread: shared memory cannot be transferred");
}
