import type { NDArray } from "../core/ndarray.ts";
import { asArray } from "../elementwise/operand.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { ShapeError } from "../core/errors.ts";
import { formatShape } from "../core/shape.ts";
import { factorLu } from "./lu.ts";
import { nth, result, squareMatrices } from "./matrices.ts";
import type { Matrices } from "./matrices.ts";

/** Asks for one number per matrix of a stack (..., M, M), as an array of the stack's shape. */
export interface Stacked {
  readonly stacked: true;
}

/** The determinant as `sign * exp(logAbsDet)`; sign 0 and -Infinity for a singular matrix. */
export interface SignedLog<T> {
  readonly sign: T;
  readonly logAbsDet: T;
}

/** The determinant of A (M, M), by LU; of each matrix of a stack with `{ stacked: true }`. */
export function det(a: ArrayInput): number;
export function det(a: ArrayInput, options: Stacked): NDArray;
export function det(a: ArrayInput, options?: Stacked): number | NDArray {
  const found = stack("det", a, options);
  const values = new Float64Array(found.count);
  eachLu(found, (i, sign, diagonal) => {
    values[i] = sign === 0 ? 0 : diagonal.reduce((product, pivot) => product * pivot, sign);
  });
  return options === undefined ? values[0] : result(values, found.lead, found.dtype);
}

/** Sign and logarithm of the determinant's size, which neither overflows nor underflows. */
export function slogdet(a: ArrayInput): SignedLog<number>;
export function slogdet(a: ArrayInput, options: Stacked): SignedLog<NDArray>;
export function slogdet(a: ArrayInput, options?: Stacked): SignedLog<number> | SignedLog<NDArray> {
  const found = stack("slogdet", a, options);
  const signs = new Float64Array(found.count);
  const logs = new Float64Array(found.count);
  eachLu(found, (i, exchange, diagonal) => {
    let sign = exchange;
    let log = 0;
    for (const pivot of diagonal) {
      if (sign !== 0) sign *= Math.sign(pivot);
      log += Math.log(Math.abs(pivot));
    }
    signs[i] = sign;
    logs[i] = log;
  });
  if (options === undefined) return { sign: signs[0], logAbsDet: logs[0] };
  const { lead, dtype } = found;
  return { sign: result(signs, lead, dtype), logAbsDet: result(logs, lead, dtype) };
}

function stack(operation: string, a: ArrayInput, options: Stacked | undefined): Matrices {
  const x = asArray(a);
  if (options === undefined && x.ndim > 2) {
    throw new ShapeError(
      `${operation}: expected one matrix, got shape ${formatShape(x.shape)}; pass { stacked: true } for one number a matrix`,
    );
  }
  return squareMatrices(operation, x);
}

function eachLu(
  { data, count, n }: Matrices,
  take: (i: number, sign: number, diagonal: Float64Array) => void,
): void {
  const diagonal = new Float64Array(n);
  for (let i = 0; i < count; i++) {
    const lu = nth(data, n * n, i);
    const { sign, singular } = factorLu(lu, n);
    for (let j = 0; j < n; j++) diagonal[j] = lu[j * (n + 1)];
    take(i, singular < 0 ? sign : 0, diagonal);
  }
}
