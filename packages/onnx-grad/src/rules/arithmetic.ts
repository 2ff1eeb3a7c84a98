import type { Definitions } from "../graph/definition.ts";
import type { Value } from "../graph/value.ts";
import {
  add,
  cast,
  divide,
  equal,
  greater,
  less,
  log,
  logicalAnd,
  multiply,
  negative,
  power,
  subtract,
  greaterEqual,
  lessEqual,
} from "../ops/elementwise.ts";
import { unbroadcast } from "../ops/unbroadcast.ts";
import { broadcast, float } from "./infer.ts";

type Arithmetic = "Add" | "Sub" | "Mul" | "Div" | "Pow" | "Max" | "Min" | "Clip";

/** Which of two equals won is arbitrary, so each gets half. */
function shareOf(wins: Value, ties: Value): Value {
  return add(cast(wins, "float32"), multiply(cast(ties, "float32"), 0.5));
}

// d is the gradient of the result.
export const arithmetic: Pick<Definitions, Arithmetic> = {
  Add: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("add", a, b)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(d, a.shape),
      () => unbroadcast(d, b.shape),
    ],
  },
  Sub: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("subtract", a, b)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(d, a.shape),
      () => negative(unbroadcast(d, b.shape)),
    ],
  },
  Mul: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("multiply", a, b)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(multiply(d, b), a.shape),
      () => unbroadcast(multiply(d, a), b.shape),
    ],
  },
  Div: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("divide", a, b)],
    // d(a/b)/db = -(a/b) / b
    vjp: ({ inputs: [a, b], outputs: [y], gradient: d }) => [
      () => unbroadcast(divide(d, b), a.shape),
      () => negative(unbroadcast(divide(multiply(d, y), b), b.shape)),
    ],
  },
  Pow: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("power", a, b)],
    // d(a^b)/da = b a^(b-1), d(a^b)/db = a^b log a
    vjp: ({ inputs: [a, b], outputs: [y], gradient: d }) => [
      () => unbroadcast(multiply(d, multiply(b, power(a, subtract(b, 1)))), a.shape),
      () => unbroadcast(multiply(d, multiply(y, log(a))), b.shape),
    ],
  },
  Max: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("maximum", a, b)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(multiply(d, shareOf(greater(a, b), equal(a, b))), a.shape),
      () => unbroadcast(multiply(d, shareOf(less(a, b), equal(a, b))), b.shape),
    ],
  },
  Min: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => [broadcast("minimum", a, b)],
    vjp: ({ inputs: [a, b], gradient: d }) => [
      () => unbroadcast(multiply(d, shareOf(less(a, b), equal(a, b))), a.shape),
      () => unbroadcast(multiply(d, shareOf(greater(a, b), equal(a, b))), b.shape),
    ],
  },
  Clip: {
    attributes: {},
    infer: ({ inputs: [x] }) => [float("clip", x)],
    vjp: ({ inputs: [x, low, high], gradient: d }) => [
      () => {
        const above = low && greaterEqual(x, low);
        const below = high && lessEqual(x, high);
        const inside = above && below ? logicalAnd(above, below) : (above ?? below);
        return inside === undefined ? d : multiply(d, cast(inside, "float32"));
      },
    ],
  },
};
