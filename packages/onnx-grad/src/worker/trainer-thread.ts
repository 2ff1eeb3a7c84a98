import { parentPort } from "node:worker_threads";
import type { Transferable } from "node:worker_threads";
import { onnxNode } from "../runtime/onnx-node.ts";
import type { Tensors } from "../runtime/backend.ts";
import { openLocalTrainer } from "../train/local-trainer.ts";
import type { LocalOptions } from "../train/local-trainer.ts";
import type { AdamW, Sgd } from "../train/optimizer.ts";
import type { StepOptions, StepResult, Trainer } from "../train/trainer.ts";
import { serve } from "./rpc.ts";

// A whole trainer on a thread of its own.

/** What can be sent: functions cannot, so the names of the decaying parameters stand for `decays`. */
export type ThreadOptions = Omit<LocalOptions, "backend" | "optimizer"> & {
  readonly optimizer: Omit<AdamW, "decays"> | Omit<Sgd, "decays">;
  readonly decaying: readonly string[];
};

export type TrainerService = Pick<
  Trainer,
  "evaluate" | "predict" | "weights" | "state" | "restore" | "close"
> & {
  open(options: ThreadOptions): Promise<void>;
  step(batch: Tensors | readonly Tensors[], options: StepOptions): Promise<StepResult>;
};

let opened: Trainer | undefined;

function trainer(): Trainer {
  if (opened === undefined) throw new Error("trainer thread: not open");
  return opened;
}

if (parentPort !== null) {
  serve<TrainerService>(parentPort, {
    async open({ decaying, ...options }) {
      const names = new Set(decaying);
      const decays = (name: string): boolean => names.has(name);
      const optimizer = { ...options.optimizer, decays };
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
