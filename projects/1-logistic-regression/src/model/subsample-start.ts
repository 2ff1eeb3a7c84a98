import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import { lbfgs } from "./lbfgs.ts";
import type { Objective } from "./objective.ts";
import { type RowRange, spreadRanges } from "./row-blocks.ts";
import { dampedCholesky, solveFactored } from "./solve-damped.ts";

/** Rows in the subsample for each parameter: its Hessian is then within about an eighth of the whole's. */
const rowsPerParameter = 64;

/** In how many places of the file they lie: many, since files are often sorted. */
const pieces = 64;

/** Above this many parameters even a small Hessian costs more than it saves. */
const mostParameters = 500;

export interface SubsampleStart {
  /** Minimum on the subsample (P). */
  readonly theta: NDArray;
  /** Solves with the subsample's Hessian there: about `H^-1 gradient` (P). */
  readonly precondition: (gradient: NDArray) => NDArray;
}

/**
 * A head start for a fit to many rows: the minimum and the Hessian of a few of them, evenly spread.
 * Both come near to those of the whole, so that few passes over all rows are left to do. They change
 * how fast the minimum is found, not where it is.
 *
 * `objectiveOf(ranges)` is the objective of some rows alone. Returns null where the rows are too few, or
 * the parameters too many, to gain anything, and where the rows that were picked weigh nothing.
 */
export function subsampleStart(
  objectiveOf: (ranges: RowRange[]) => Objective,
  start: NDArray,
  samples: number,
): SubsampleStart | null {
  const count = rowsPerParameter * start.size;
  if (start.size > mostParameters || samples < 4 * count) return null;
  const objective = objectiveOf(spreadRanges(samples, count, pieces));
  // More digits than chance leaves to a sample of this size would be wasted.
  const { theta } = lbfgs(objective, start, { tol: 0.1 / Math.sqrt(count), maxIter: 100 });
  const hessian = objective.hessian(theta);
  // Rows that all weigh nothing have no minimum.
  if (!Number.isFinite(np.sum(hessian))) return null;
  const factor = dampedCholesky(hessian);
  return { theta, precondition: (gradient) => solveFactored(factor, gradient) };
}
