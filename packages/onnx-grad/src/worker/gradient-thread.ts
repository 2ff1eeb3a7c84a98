import { parentPort } from "node:worker_threads";
import type { Transferable } from "node:worker_threads";
import { onnxNode } from "../runtime/onnx-node.ts";
import type { Session, Tensors } from "../runtime/backend.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import { runAll } from "../train/local-source.ts";
import { serve } from "./rpc.ts";

// One of several threads that compute gradients of a batch each. Weights arrive in shared memory,
// from which they are copied: on Node 20 ONNX Runtime does not read shared memory.

export type SharedWeights = readonly {
  readonly name: string;
  readonly shape: readonly number[];
  readonly shared: Float32Array;
}[];

export type GradientService = {
  open(model: Uint8Array, shared: SharedWeights, threads: number): Promise<void>;
  /** `isChanged`: the weights changed since this thread's last call. */
  compute(feeds: Tensors, isChanged: boolean): Promise<Record<string, Tensor>>;
};

let session: Session | undefined;
let weights: SharedWeights = [];
let copies: Record<string, Tensor> = {};

if (parentPort !== null) {
  serve<GradientService>(parentPort, {
    async open(model, shared, threads) {
      session = await onnxNode.createSession(model, { threads });
      weights = shared;
      copies = Object.fromEntries(
        shared.map(({ name, shape, shared: { length } }) => [
          name,
          float32(new Float32Array(length), shape),
        ]),
      );
      return { result: undefined };
    },
    async compute(feeds, isChanged) {
      if (session === undefined) throw new Error("gradient thread: not open");
      if (isChanged) {
        for (const { name, shared } of weights) {
          const { data } = copies[name];
          if (data instanceof Float32Array) data.set(shared);
        }
      }
      const result = await runAll(session, { ...copies, ...feeds });
      return { result, transfer: buffersOf(result) };
    },
  });
}

function buffersOf(tensors: Tensors): Transferable[] {
  return Object.values(tensors).flatMap(({ data: { buffer } }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
