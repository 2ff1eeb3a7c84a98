import type { Model } from "../model.ts";
import { Problem } from "../problem.ts";
import type { Tensors } from "../tensors/tensor.ts";

// What a server and a thread that computes say to each other. Maps and typed arrays are copied over.

/** A model's facts; its functions stay on their side. */
export type Description = Pick<
  Model,
  | "name"
  | "version"
  | "platform"
  | "inputs"
  | "outputs"
  | "parameters"
  | "maxBatchSize"
  | "maxBatchCost"
  | "cacheable"
>;

export interface PredictMessage {
  id: number;
  inputs: Tensors;
}

export type ThreadMessage =
  | { type: "ready"; description: Description }
  | { type: "outputs"; id: number; outputs: Tensors }
  | { type: "failed"; id: number; failure: Failure };

/** An error on its way between threads, which would make a `Problem` a plain Error. */
export type Failure =
  { status: number; detail: string; retryAfter: number | undefined } | { error: unknown };

export function toFailure(error: unknown): Failure {
  if (!(error instanceof Problem)) return { error };
  return { status: error.status, detail: error.message, retryAfter: error.retryAfter };
}

export function fromFailure(failure: Failure): unknown {
  if ("error" in failure) return failure.error;
  const { status, detail, retryAfter } = failure;
  return new Problem(status, detail, retryAfter === undefined ? {} : { retryAfter });
}
