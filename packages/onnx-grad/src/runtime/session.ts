import type * as Ort from "onnxruntime-node";
import { isArrayOf, isElementType } from "../onnx/element-type.ts";
import type { Session } from "./backend.ts";
import { tensor } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** The part of ONNX Runtime's JavaScript interface that Node's and the browser's packages share. */
export type OrtModule = { readonly Tensor: typeof Ort.Tensor };

export type SessionTraits = {
  /** Whether a run writes into the memory of the tensors given as fetches, or only returns new ones. */
  readonly writesFetches: boolean;
};

/** Wraps a session of either package. */
export function openSession(
  ort: OrtModule,
  session: Ort.InferenceSession,
  { writesFetches }: SessionTraits,
): Session {
  const toOrt = ({ dtype, data, shape }: Tensor): Ort.Tensor => {
    if (dtype === "bfloat16") throw new TypeError("run: ONNX Runtime takes no bfloat16 tensors");
    return new ort.Tensor(dtype, data, shape);
  };
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    async run(feeds, fetches) {
      const into = Object.entries(fetches).map(
        ([name, to]) => [name, to === null || !writesFetches ? null : toOrt(to)] as const,
      );
      const from = Object.entries(feeds).map(([name, feed]) => [name, toOrt(feed)] as const);
      const results = await session.run(Object.fromEntries(from), Object.fromEntries(into));
      const outputs: Record<string, Tensor> = {};
      for (const [name, to] of Object.entries(fetches)) {
        if (to === null) outputs[name] = fromOrt(name, results[name]);
        else outputs[name] = writesFetches ? to : copyInto(to, fromOrt(name, results[name]));
      }
      return outputs;
    },
    release: () => session.release(),
  };
}

function fromOrt(name: string, { type, data, dims }: Ort.Tensor): Tensor {
  if (!isElementType(type) || !isArrayOf(type, data)) {
    throw new TypeError(`run: output ${JSON.stringify(name)} has the unsupported type ${type}`);
  }
  return tensor(type, dims, data);
}

function copyInto(to: Tensor, from: Tensor): Tensor {
  if (to.data instanceof Float32Array && from.data instanceof Float32Array) to.data.set(from.data);
  else throw new TypeError(`run: cannot write a ${from.dtype} result into a ${to.dtype} tensor`);
  return to;
}
