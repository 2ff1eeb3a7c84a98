import type { Example, Task } from "../data/example.ts";

// N samples, K outputs of a linear model (one for two classes or a number).

/**
 * A mean loss of outputs Z (N, K), row by row. It gives the value and overwrites Z with its gradient with
 * respect to Z.
 */
export type OutputLoss = (Z: Float64Array) => number;

/** How many outputs a linear model needs: two classes share one. */
export function linearOutputs(task: Task): number {
  if (task.kind === "regression") return 1;
  return task.kind === "classes" && task.labels.length === 2 ? 1 : task.labels.length;
}

/** The loss that goes with a task: log loss, the sum of the labels' log losses, or half the squared error. */
export function outputLoss(task: Task, targets: readonly Example["target"][]): OutputLoss {
  const flat = Float64Array.from(targets.flat());
  if (task.kind === "regression") return squaredError(flat);
  return linearOutputs(task) > 1 && task.kind === "classes"
    ? crossEntropy(flat, task.labels.length)
    : logLoss(flat, targets.length);
}

/** `-ln sigmoid(z)` where y is 1 and `-ln sigmoid(-z)` where it is 0, summed over outputs; y (N, K). */
function logLoss(y: Float64Array, rows: number): OutputLoss {
  return (Z) => {
    let loss = 0;
    for (let e = 0; e < Z.length; e++) {
      const z = Z[e];
      // exp of something at most 0 cannot overflow.
      const d = Math.exp(-Math.abs(z));
      loss += Math.max(z, 0) - y[e] * z + Math.log1p(d);
      const p = (z >= 0 ? 1 : d) / (1 + d);
      Z[e] = (p - y[e]) / rows;
    }
    return loss / rows;
  };
}

/** `logsumexp(Z_i) - Z_i[y_i]` for classes y (N). */
function crossEntropy(y: Float64Array, classes: number): OutputLoss {
  return (Z) => {
    let loss = 0;
    for (let i = 0; i < y.length; i++) {
      const row = Z.subarray(i * classes, (i + 1) * classes);
      const most = row.reduce((a, b) => Math.max(a, b));
      const own = row[y[i]];
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += row[k] = Math.exp(row[k] - most);
      loss += most + Math.log(sum) - own;
      for (let k = 0; k < classes; k++) row[k] /= sum * y.length;
      row[y[i]] -= 1 / y.length;
    }
    return loss / y.length;
  };
}

/** `(z - y)^2 / 2` for numbers y (N). */
function squaredError(y: Float64Array): OutputLoss {
  return (Z) => {
    let loss = 0;
    for (let i = 0; i < y.length; i++) {
      const error = Z[i] - y[i];
      loss += (error * error) / 2;
      Z[i] = error / y.length;
    }
    return loss / y.length;
  };
}
