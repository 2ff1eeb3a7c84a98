import { broadcastShapes } from "../core/broadcast.ts";
import { ShapeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { broadcastTo } from "../shape/broadcast.ts";
import { LinAlgError } from "./linAlgError.ts";
import { factorLu, solveFactored } from "./lu.ts";
import { floatType, nth, place, result, squareMatrices } from "./matrices.ts";
import type { FloatType } from "./matrices.ts";

/** A and B of `A X = B`, their stacks broadcast against each other and copied to float64. */
export interface System {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly count: number;
  readonly m: number;
  /** Columns of B; 1 for a vector. */
  readonly k: number;
  readonly shape: readonly number[];
  readonly dtype: FloatType;
}

/**
 * The X with `A X = B`, for A (..., M, M) and B (M,) or (..., M, K), by LU with partial pivoting.
 *
 * Throws LinAlgError when A is singular, ShapeError when the shapes do not fit.
 */
export function solve(a: ArrayInput, b: ArrayInput): NDArray {
  const system = checkSystem("solve", a, b);
  const { m, k, count, shape, dtype } = system;
  for (let i = 0; i < count; i++) {
    const lu = nth(system.a, m * m, i);
    const pivots = factorLu(lu, m);
    if (pivots.singular >= 0) {
      throw new LinAlgError(
        `solve: the matrix is singular${place(count, i)}, no pivot in column ${pivots.singular}; use lstsq for the smallest of the best solutions`,
      );
    }
    solveFactored(lu, pivots, m, nth(system.b, m * k, i), k);
  }
  return result(system.b, shape, dtype);
}

/** Broadcasts the two sides of a system; as in NumPy 2, b is a vector only when it has one axis. */
export function checkSystem(operation: string, lhs: ArrayInput, rhs: ArrayInput): System {
  const a = asArray(lhs);
  const b = asArray(rhs);
  const isVector = b.ndim === 1;
  const m = a.shape.at(-1)!;
  const isSquare = a.ndim >= 2 && a.shape.at(-2) === m;
  if (!isSquare || b.shape.at(isVector ? -1 : -2) !== m) {
    throw new ShapeError(
      `${operation}: expected A (..., M, M) and B (M,) or (..., M, K), got ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
  const k = isVector ? 1 : b.shape.at(-1)!;
  const leadB = isVector ? [] : b.shape.slice(0, -2);
  const lead = broadcastShapes(operation, a.shape.slice(0, -2), leadB);
  const tail = isVector ? [m] : [m, k];
  const left = squareMatrices(operation, broadcastTo(a, [...lead, m, m]));
  const right = broadcastTo(b, [...lead, ...tail]);
  return {
    a: left.data,
    b: Float64Array.from(right.toTyped("float64")),
    count: sizeOf(lead),
    m,
    k,
    shape: [...lead, ...tail],
    dtype: floatType(a, b),
  };
}
