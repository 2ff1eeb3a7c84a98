import { onnxNode } from "../runtime/onnx-node.ts";
import type { Tensors } from "../runtime/backend.ts";
import { float32 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import { planTraining } from "../train/plan.ts";
import type { Build } from "../train/plan.ts";

export type PlanGradients = {
  readonly loss: number;
  readonly outputs: Tensors;
  /** By parameter, in double precision where rows were added up. */
  readonly gradients: Readonly<Record<string, ArrayLike<number>>>;
};

/** Runs the training model once, with plain loops in place of the trainer's memory, kernels and row tables. */
export async function planGradients(
  build: Build,
  weights: Readonly<Record<string, Float32Array>>,
  batch: Tensors,
  threads = 1,
): Promise<PlanGradients> {
  const plan = planTraining({ build });
  const feeds: Record<string, Tensor> = { ...batch };
  for (const { name, shape } of plan.parameters) feeds[name] = float32(weights[name], shape);
  const widthOf = (table: string): number =>
    plan.parameters.find(({ name }) => name === table)?.shape[1] ?? 0;
  for (const { table, ids, rows } of plan.lookups) {
    const width = widthOf(table);
    const values = Array.from(batch[ids].data, Number).flatMap((row) => [
      ...weights[table].subarray(row * width, (row + 1) * width),
    ]);
    feeds[rows] = float32(values, [...batch[ids].shape, width]);
  }
  const session = await onnxNode.createSession(plan.trainModel, { threads });
  const used = session.inputNames.map((name) => [name, feeds[name]] as const);
  const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
  const results = await session.run(Object.fromEntries(used), fetches);
  await session.release();
  const gradients: Record<string, Float64Array> = {};
  for (const [name, output] of Object.entries(plan.gradients)) {
    gradients[name] = Float64Array.from(results[output].data, Number);
  }
  for (const { table, ids, gradient } of plan.lookups) {
    const width = widthOf(table);
    const sums = (gradients[table] ??= new Float64Array(weights[table].length));
    for (const [i, value] of Array.from(results[gradient].data, Number).entries()) {
      const row = Number(batch[ids].data[Math.floor(i / width)]);
      sums[row * width + (i % width)] += value;
    }
  }
  return { loss: Number(results["loss"].data[0]), outputs: results, gradients };
}
