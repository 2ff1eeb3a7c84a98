import { ShapeError } from "../core/errors.ts";
import type { DType } from "../core/dtype.ts";
import { isFloat } from "../core/dtype.ts";
import type { NDArray } from "../core/ndarray.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { planLoops } from "../elementwise/plan.ts";
import { gridOffsets } from "../indexing/offsets.ts";
import { activeKernels } from "../kernels.ts";
import type { ReduceKernel } from "../kernels.ts";
import type { Reduction } from "./operations.ts";

interface Axes {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/**
 * Reduces over `axes`; the results, in double precision, are in C order of the axes that stay.
 * Memory is read in the order it lies: along the reduced axis when that is the denser one, row
 * by row into a row of accumulators otherwise.
 */
export function reduceAxes(
  x: NDArray,
  axes: readonly number[],
  reduction: Reduction,
): Float64Array {
  if (x.isContiguous && axes.length === x.ndim && x.size > 0) {
    return Float64Array.of(kernelFor(reduction, x.dtype, x.size)(x.size, x.data, x.offset, 1));
  }
  const kept = joined(x, (axis) => !axes.includes(axis));
  const { reduced, start } = forwards(
    joined(x, (axis) => axes.includes(axis)),
    x.offset,
  );
  const count = sizeOf(reduced.shape);
  const results = new Float64Array(sizeOf(kept.shape));
  if (count === 0) return results.fill(identityOf(reduction, x));
  if (results.length === 0) return results;

  const inner = reduced.shape.length - 1;
  const n = reduced.shape[inner] ?? 1;
  const step = reduced.strides[inner] ?? 1;
  const outer = gridOffsets(reduced.shape.slice(0, -1), reduced.strides.slice(0, -1));
  const last = kept.shape.length - 1;
  const m = kept.shape[last] ?? 1;
  const colStep = kept.strides[last] ?? 1;
  if (m > 1 && Math.abs(colStep) < Math.abs(step)) {
    const rows = reduction.rows(x.dtype);
    const fast = isFloat(x.dtype) ? activeKernels().rows?.[x.dtype]?.[reduction.name] : undefined;
    const starts = gridOffsets(kept.shape.slice(0, -1), kept.strides.slice(0, -1), start);
    results.fill(reduction.initial);
    for (let i = 0; i < starts.length; i++) {
      for (let o = 0; o < outer.length; o++) {
        const first = starts[i] + outer[o];
        if (!fast?.(n, m, x.data, first, step, colStep, results, i * m)) {
          rows(n, m, x.data, first, step, colStep, results, i * m);
        }
      }
    }
    return results;
  }
  const lines = isFloat(x.dtype) ? activeKernels().lines?.[x.dtype]?.[reduction.name] : undefined;
  if (lines && m > 1 && outer.length === 1) {
    const groups = gridOffsets(kept.shape.slice(0, -1), kept.strides.slice(0, -1), start);
    if (groups.every((at, i) => lines(m, colStep, n, x.data, at + outer[0], step, results, i * m)))
      return results;
  }
  const reduce = kernelFor(reduction, x.dtype, n);
  const starts = gridOffsets(kept.shape, kept.strides, start);
  for (let i = 0; i < starts.length; i++) {
    let total = reduce(n, x.data, starts[i] + outer[0], step);
    for (let o = 1; o < outer.length; o++) {
      total = reduction.join(total, reduce(n, x.data, starts[i] + outer[o], step));
    }
    results[i] = total;
  }
  return results;
}

/** The chosen axes, with neighbours that lie evenly in memory joined. */
function joined(x: NDArray, isChosen: (axis: number) => boolean): Axes {
  const axes = x.shape.map((_, axis) => axis).filter(isChosen);
  const plan = planLoops(
    axes.map((axis) => x.shape[axis]),
    [axes.map((axis) => x.strides[axis])],
  );
  return { shape: plan.shape, strides: plan.strides[0] };
}

/** Reduced axes may be visited in any order: densest last, each in the direction of memory. */
function forwards(axes: Axes, offset: number): { reduced: Axes; start: number } {
  let start = offset;
  const order = axes.shape.map((n, i) => {
    const step = axes.strides[i];
    if (step < 0) start += (n - 1) * step;
    return { n, step: Math.abs(step) };
  });
  order.sort((a, b) => b.step - a.step);
  const plan = planLoops(
    order.map(({ n }) => n),
    [order.map(({ step }) => step)],
  );
  return { reduced: { shape: plan.shape, strides: plan.strides[0] }, start };
}

function kernelFor(reduction: Reduction, dtype: DType, n: number): ReduceKernel {
  const kernels = activeKernels();
  const fast = isFloat(dtype) ? kernels.reduce?.[dtype]?.[reduction.name] : undefined;
  const plain = reduction.reduce(dtype);
  if (fast === undefined || n < (kernels.minLength ?? 32)) return plain;
  return (count, x, offset, step) => fast(count, x, offset, step) ?? plain(count, x, offset, step);
}

function identityOf(reduction: Reduction, x: NDArray): number {
  if (reduction.identity !== undefined) return reduction.identity;
  throw new ShapeError(
    `${reduction.name}: no elements to choose from, the reduced axes of shape ${formatShape(x.shape)} are empty`,
  );
}
