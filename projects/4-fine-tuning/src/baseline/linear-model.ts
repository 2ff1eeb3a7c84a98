import { lbfgsSteps } from "@ml-roadmap/logistic-regression";
import { divide, fromTyped, zeros, type NDArray } from "@ml-roadmap/ndarray";
import { inTurns } from "../async/in-turns.ts";
import type { Example, Task } from "../data/example.ts";
import type { Csr } from "./csr.ts";
import { linearOutputs, outputLoss } from "./output-losses.ts";
import { linearOutput, sparseObjective } from "./sparse-objective.ts";

export interface LinearFitOptions {
  /** Inverse strength of the L2 penalty, which stands beside the *sum* of the losses, as in scikit-learn. */
  readonly C: number;
  /** Stop when no entry of the gradient of the mean loss is larger; default 1e-5. */
  readonly tol?: number;
  readonly maxIter?: number;
  /** Where to start, such as another C's solution. */
  readonly start?: LinearModel;
  /** Ends the fit, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A linear model of sparse features. */
export interface LinearModel {
  readonly task: Task;
  /** (K (D + 1)): for each output its D coefficients, then its intercept. */
  readonly theta: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Fits logistic (softmax, several logistic, or for numbers ridge) regression to X (N, D) by phase 1's L-BFGS. */
export async function fitLinear(
  X: Csr,
  targets: readonly Example["target"][],
  task: Task,
  { C, tol = 1e-5, maxIter = 500, start, signal }: LinearFitOptions,
): Promise<LinearModel> {
  if (!(C > 0)) throw new RangeError(`fitLinear: C must be above 0, found ${C}`);
  const outputs = linearOutputs(task);
  const loss = outputLoss(task, targets);
  const objective = sparseObjective(X, outputs, loss, 1 / (C * X.rows));
  const from = start ? fromTyped(start.theta, [start.theta.length]) : zeros([objective.size]);
  const curvature = diagonalCurvature(
    X,
    outputs,
    1 / (C * X.rows),
    task.kind === "regression" ? 1 : 1 / 4,
  );
  const steps = lbfgsSteps(objective, from, { tol, maxIter }, (gradient) =>
    divide(gradient, curvature),
  );
  const { theta, iterations, converged } = await inTurns(steps, signal && { signal });
  return { task, theta: theta.toTyped("float64"), iterations, converged };
}

/**
 * About the diagonal of the Hessian (K (D + 1)): `l2 + slope mean(x_j^2)`, where `slope` bounds the loss's
 * second derivative. A word's curvature goes with its frequency, so without it L-BFGS needs four times the
 * steps (SST-2).
 */
function diagonalCurvature(X: Csr, outputs: number, l2: number, slope: number): NDArray {
  const one = new Float64Array(X.width + 1).fill(l2);
  for (const [e, column] of X.columns.entries()) one[column] += (slope * X.values[e] ** 2) / X.rows;
  one[X.width] = slope;
  const all = new Float64Array(outputs * one.length);
  for (let k = 0; k < outputs; k++) all.set(one, k * one.length);
  return fromTyped(all, [all.length]);
}

/** The model's logits (N, labels), or numbers (N, 1). Two classes share one output z: -z/2 and z/2. */
export function linearLogits({ task, theta }: LinearModel, X: Csr): Float32Array {
  const outputs = linearOutputs(task);
  const Z = linearOutput(X, theta, outputs);
  if (task.kind !== "classes" || outputs > 1) return Float32Array.from(Z);
  const logits = new Float32Array(2 * Z.length);
  for (let i = 0; i < Z.length; i++) {
    logits[2 * i] = -Z[i] / 2;
    logits[2 * i + 1] = Z[i] / 2;
  }
  return logits;
}
