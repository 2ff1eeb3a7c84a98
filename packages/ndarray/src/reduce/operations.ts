import type { DType } from "../core/dtype.ts";
import type { ReduceKernel } from "../kernels.ts";
import type { RowsLoop } from "../plain/reduceLoops.ts";
import {
  compilePairwiseSum,
  compileReduce,
  compileRows,
  compileSumRows,
} from "../plain/reduceLoops.ts";
import { dtypeCode } from "../elementwise/rules.ts";

/** A way to make one number of many; partial results are joined with the same step. */
export interface Reduction {
  readonly name: string;
  /** The result for no elements; undefined when there is none. */
  readonly identity: number | undefined;
  /** Where accumulation starts. */
  readonly initial: number;
  readonly join: (a: number, b: number) => number;
  readonly reduce: (dtype: DType) => ReduceKernel;
  readonly rows: (dtype: DType) => RowsLoop;
}

interface Definition {
  readonly identity?: number;
  readonly initial: number;
  readonly join: (a: number, b: number) => number;
  readonly reduce: (comment: string) => ReduceKernel;
  readonly rows: (comment: string) => RowsLoop;
}

/** Loops are compiled once per dtype, so that each sees one type of buffer. */
function define(name: string, { identity, initial, join, reduce, rows }: Definition): Reduction {
  const reduceLoops: ReduceKernel[] = [];
  const rowsLoops: RowsLoop[] = [];
  return {
    name,
    identity,
    initial,
    join,
    reduce: (dtype) => (reduceLoops[dtypeCode[dtype]] ??= reduce(`${name} ${dtype}`)),
    rows: (dtype) => (rowsLoops[dtypeCode[dtype]] ??= rows(`${name} ${dtype}`)),
  };
}

/** A reduction by an expression of `acc` and `x`, the same for elements and for partial results. */
function byStep(
  name: string,
  initial: number,
  step: string,
  join: (a: number, b: number) => number,
  options: { readonly identity?: number; readonly isDone?: string } = {},
): Reduction {
  return define(name, {
    initial,
    join,
    ...(options.identity === undefined ? {} : { identity: options.identity }),
    reduce: (comment) => compileReduce(String(initial), `${step} /* ${comment} */`, options.isDone),
    rows: (comment) => compileRows(`${step} /* ${comment} */`),
  });
}

// A sum starts at -0, the true identity: -0 + -0 is -0, and NumPy's sum of negative zeros is too.
export const sumReduction = define("sum", {
  identity: 0,
  initial: -0,
  join: (a, b) => a + b,
  reduce: compilePairwiseSum,
  rows: compileSumRows,
});

export const prodReduction = byStep("prod", 1, "acc * x", (a, b) => a * b, { identity: 1 });

export const maxReduction = byStep("max", -Infinity, "x > acc || x !== x ? x : acc", (a, b) =>
  b > a || Number.isNaN(b) ? b : a,
);

export const minReduction = byStep("min", Infinity, "x < acc || x !== x ? x : acc", (a, b) =>
  b < a || Number.isNaN(b) ? b : a,
);

export const anyReduction = byStep("any", 0, "x !== 0 ? 1 : acc", (a, b) => a | b, {
  identity: 0,
  isDone: "acc === 1",
});

export const allReduction = byStep("all", 1, "x !== 0 ? acc : 0", (a, b) => a & b, {
  identity: 1,
  isDone: "acc === 0",
});

export const countReduction = byStep(
  "countNonzero",
  0,
  "x !== 0 ? acc + 1 : acc",
  (a, b) => a + b,
  {
    identity: 0,
  },
);
