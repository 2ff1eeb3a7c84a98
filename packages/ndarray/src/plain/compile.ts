// Loops over strided memory, one function per operation and combination of buffer types.
//
// V8 keeps one set of type feedback per function text: a loop that is shared by many operations,
// or that has seen all buffer types, runs several times slower than one that knows a single
// case. So the text of each loop is put together here and compiled when it is first needed.
import type { TypedArray } from "../core/dtype.ts";
import * as scalar from "./scalar.ts";

/** n0 rows of n1 elements: `out[i, j] = f(x[i, j])`; per operand: buffer, offset, two strides. */
export type UnaryLoop = (
  n0: number,
  n1: number,
  x: TypedArray,
  xo: number,
  xs0: number,
  xs1: number,
  out: TypedArray,
  oo: number,
  os0: number,
  os1: number,
) => void;

/** `out[i, j] = f(x[i, j], y[i, j])`. */
export type BinaryLoop = (
  n0: number,
  n1: number,
  x: TypedArray,
  xo: number,
  xs0: number,
  xs1: number,
  y: TypedArray,
  yo: number,
  ys0: number,
  ys1: number,
  out: TypedArray,
  oo: number,
  os0: number,
  os1: number,
) => void;

const scalarNames = Object.keys(scalar).join(", ");

/**
 * Compiles `text`, an expression that is a function of type F, with the functions of scalar.ts in
 * scope. The text is made of this package's own constants only, never of a caller's data.
 */
/* oxlint-disable typescript/no-implied-eval, typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters */
export function compile<F>(text: string): F {
  const prologue = `"use strict"; const { ${scalarNames} } = scalar;`;
  const make = new Function("scalar", `${prologue} return ${text}`);
  return make(scalar) as F;
}
/* oxlint-enable */

/** A loop that stores the value of `expression` in `x`. */
export function compileUnary(expression: string): UnaryLoop {
  return compile(`function (n0, n1, X, xo, xs0, xs1, O, oo, os0, os1) {
    for (let i = 0; i < n0; i++, xo += xs0, oo += os0) {
      if (xs1 === 1 && os1 === 1) {
        for (let j = 0; j < n1; j++) {
          const x = X[xo + j];
          O[oo + j] = ${expression};
        }
      } else {
        for (let j = 0, p = xo, r = oo; j < n1; j++, p += xs1, r += os1) {
          const x = X[p];
          O[r] = ${expression};
        }
      }
    }
  }`);
}

/** A loop that stores the value of `expression` in `x` and `y`. */
export function compileBinary(expression: string): BinaryLoop {
  return compile(`function (n0, n1, X, xo, xs0, xs1, Y, yo, ys0, ys1, O, oo, os0, os1) {
    for (let i = 0; i < n0; i++, xo += xs0, yo += ys0, oo += os0) {
      if (xs1 === 1 && ys1 === 1 && os1 === 1) {
        for (let j = 0; j < n1; j++) {
          const x = X[xo + j];
          const y = Y[yo + j];
          O[oo + j] = ${expression};
        }
      } else if (xs1 === 1 && ys1 === 0 && os1 === 1) {
        const y = Y[yo];
        for (let j = 0; j < n1; j++) {
          const x = X[xo + j];
          O[oo + j] = ${expression};
        }
      } else {
        for (let j = 0, p = xo, q = yo, r = oo; j < n1; j++, p += xs1, q += ys1, r += os1) {
          const x = X[p];
          const y = Y[q];
          O[r] = ${expression};
        }
      }
    }
  }`);
}

/** n0 rows of n1 elements: `out[i, j] = condition[i, j] ? x[i, j] : y[i, j]`. */
export type ChooseLoop = (
  n0: number,
  n1: number,
  condition: TypedArray,
  co: number,
  cs0: number,
  cs1: number,
  x: TypedArray,
  xo: number,
  xs0: number,
  xs1: number,
  y: TypedArray,
  yo: number,
  ys0: number,
  ys1: number,
  out: TypedArray,
  oo: number,
  os0: number,
  os1: number,
) => void;

/** The loop of `where`; the comment keeps the texts of different buffer types apart. */
export function compileChoose(comment: string): ChooseLoop {
  return compile(`function (n0, n1, C, co, cs0, cs1, X, xo, xs0, xs1, Y, yo, ys0, ys1, O, oo, os0, os1) {
    /* ${comment} */
    for (let i = 0; i < n0; i++, co += cs0, xo += xs0, yo += ys0, oo += os0) {
      for (let j = 0, c = co, p = xo, q = yo, r = oo; j < n1; j++) {
        const x = X[p];
        const y = Y[q];
        O[r] = C[c] !== 0 ? x : y;
        c += cs1;
        p += xs1;
        q += ys1;
        r += os1;
      }
    }
  }`);
}
