import type { Objective } from "@ml-roadmap/logistic-regression";
import { fromTyped } from "@ml-roadmap/ndarray";
import type { Csr } from "./csr.ts";
import type { OutputLoss } from "./output-losses.ts";

// N samples, D features, K outputs.

/**
 * A mean loss of `Z = X W^T + b` plus the L2 penalty `l2 / 2 |W|^2` as a function of theta (K (D + 1)): for
 * each output its D coefficients and then its intercept, which is not penalised. For phase 1's L-BFGS,
 * which needs no second derivatives: `hessian` throws RangeError, since D is tens of thousands here.
 */
export function sparseObjective(X: Csr, outputs: number, loss: OutputLoss, l2: number): Objective {
  const width = X.width + 1;
  return {
    size: outputs * width,
    evaluate(theta) {
      const weights = theta.toTyped("float64");
      const Z = linearOutput(X, weights, outputs);
      let value = loss(Z);
      const gradient = new Float64Array(weights.length);
      for (let k = 0; k < outputs; k++) {
        const end = k * width + X.width;
        for (let j = k * width; j < end; j++) {
          value += (l2 / 2) * weights[j] * weights[j];
          gradient[j] = l2 * weights[j];
        }
      }
      addTransposed(X, Z, outputs, gradient);
      return { value, gradient: fromTyped(gradient, [gradient.length]) };
    },
    hessian() {
      throw new RangeError(
        `sparseObjective: a Hessian of ${outputs * width} x ${outputs * width} is not made; use lbfgs`,
      );
    },
  };
}

/** `X W^T + b` (N, K) for theta (K (D + 1)). */
export function linearOutput(X: Csr, theta: Float64Array, outputs: number): Float64Array {
  const { rows, width, starts, columns, values } = X;
  const Z = new Float64Array(rows * outputs);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < outputs; k++) {
      const offset = k * (width + 1);
      let sum = theta[offset + width];
      for (let e = starts[i]; e < starts[i + 1]; e++) sum += values[e] * theta[offset + columns[e]];
      Z[i * outputs + k] = sum;
    }
  }
  return Z;
}

/** Adds `dZ^T X` and, for the intercepts, the columns' sums of dZ (N, K) to a gradient (K (D + 1)). */
function addTransposed(X: Csr, dZ: Float64Array, outputs: number, gradient: Float64Array): void {
  const { rows, width, starts, columns, values } = X;
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < outputs; k++) {
      const offset = k * (width + 1);
      const slope = dZ[i * outputs + k];
      for (let e = starts[i]; e < starts[i + 1]; e++)
        gradient[offset + columns[e]] += slope * values[e];
      gradient[offset + width] += slope;
    }
  }
}
