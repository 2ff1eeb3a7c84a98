import type { Model } from "../model.ts";
import { concatRows, rowCount, sliceRows } from "../tensors/slice.ts";
import type { Tensors } from "../tensors/tensor.ts";
import { Batcher, type BatcherOptions } from "./batcher.ts";

export type BatchingOptions = Pick<BatcherOptions<Tensors, Tensors>, "maxDelay" | "queueLimit"> & {
  /** The most rows of a batch; a model's own limit may be lower. */
  maxRows: number;
  /** Told of every batch that was computed: its rows and its time in ms. */
  onBatch?: (rows: number, ms: number) => void;
};

/** Requests of equal sizes behind the first axis can be joined. */
const keyOf = (inputs: Tensors) =>
  [...inputs.values()].map(({ name, shape }) => `${name}:${shape.slice(1).join("x")}`).join(" ");

/** A batcher that joins a model's requests along the first axis and cuts its outputs apart again. */
export function modelBatcher(model: Model, options: BatchingOptions): Batcher<Tensors, Tensors> {
  const { onBatch, maxDelay, queueLimit } = options;
  const maxRows = Math.min(model.maxBatchSize, options.maxRows);
  const predict = async (inputs: Tensors): Promise<Tensors> => {
    const began = performance.now();
    const outputs = await model.predict(inputs);
    onBatch?.(model.maxBatchSize === 1 ? 1 : rowCount(inputs), performance.now() - began);
    return outputs;
  };
  return new Batcher({
    maxDelay,
    queueLimit,
    maxRows,
    concurrency: model.concurrency,
    rowsOf: model.maxBatchSize === 1 ? undefined : sizeOf(model, maxRows),
    keyOf: groupOf(model),
    run: async (items) => {
      if (items.length === 1) return [await predict(items[0])];
      const outputs = await predict(concatRows(items.map((item) => inOrder(model, item))));
      let at = 0;
      return items.map((item) => sliceRows(outputs, at, (at += rowCount(item))));
    },
  });
}

/**
 * What a request takes of a batch's `maxRows`: its rows, or its cost in rows where that is more. The sum of
 * the larger ones is at least the larger sum, so a batch keeps both limits.
 */
function sizeOf(model: Model, maxRows: number): (inputs: Tensors) => number {
  const { maxBatchCost } = model;
  if (!model.cost || maxBatchCost === undefined) return rowCount;
  return (inputs) => Math.max(rowCount(inputs), (model.cost!(inputs) * maxRows) / maxBatchCost);
}

/** Which requests can be joined at all, and which of those the model wants together. */
function groupOf(model: Model): ((inputs: Tensors) => string) | undefined {
  const sizesDiffer = model.inputs.some(({ shape }) => shape.slice(1).includes(-1));
  if (!model.group) return sizesDiffer ? keyOf : undefined;
  if (!sizesDiffer) return (inputs) => model.group!(inputs);
  return (inputs) => `${model.group!(inputs)} ${keyOf(inputs)}`;
}

/** A request may name the inputs in any order; joined ones agree in theirs. */
const inOrder = (model: Model, item: Tensors): Tensors =>
  new Map(model.inputs.map(({ name }) => [name, item.get(name)!]));
