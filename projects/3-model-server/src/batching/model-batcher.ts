import type { Model } from "../model.ts";
import { concatRows, rowCount, sliceRows } from "../tensors/slice.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { Batcher, type BatcherOptions } from "./batcher.ts";

export type BatchingOptions = Pick<
  BatcherOptions<Tensors, Tensors>,
  "maxDelay" | "queueLimit" | "onBatch"
> & {
  /** The most rows of a batch; a model's own limit may be lower. */
  maxRows: number;
};

/** Requests of equal sizes behind the first axis can be joined. */
const keyOf = (inputs: Tensors) =>
  [...inputs.values()].map(({ name, shape }) => `${name}:${shape.slice(1).join("x")}`).join(" ");

/** A batcher that joins a model's requests along the first axis and cuts its outputs apart again. */
export function modelBatcher(model: Model, options: BatchingOptions): Batcher<Tensors, Tensors> {
  return new Batcher({
    ...options,
    maxRows: Math.min(model.maxBatchSize, options.maxRows),
    rowsOf: model.maxBatchSize === 1 ? undefined : rowCount,
    keyOf: model.inputs.some(({ shape }) => shape.slice(1).includes(-1)) ? keyOf : undefined,
    run: async (items) => {
      if (items.length === 1) return [await model.predict(items[0])];
      const outputs = await model.predict(concatRows(items.map((item) => inOrder(model, item))));
      let at = 0;
      return items.map((item) => sliceRows(outputs, at, (at += rowCount(item))));
    },
  });
}

/** A request may name the inputs in any order; joined ones agree in theirs. */
const inOrder = (model: Model, item: Tensors): Tensors =>
  new Map(model.inputs.map(({ name }) => [name, item.get(name)!]));
