import type { Definitions } from "../graph/definition.ts";
import { exp, multiply, subtract } from "../ops/elementwise.ts";
import { sum } from "../ops/reduce.ts";
import { float } from "./infer.ts";

// d is the gradient of the result y.
export const softmaxes: Pick<Definitions, "Softmax" | "LogSoftmax"> = {
  Softmax: {
    attributes: { axis: "int" },
    infer: ({ inputs: [x] }) => [float("softmax", x)],
    // y (d - sum(d y))
    vjp: ({ outputs: [y], attributes: { axis }, gradient: d }) => [
      () => multiply(y, subtract(d, sum(multiply(d, y), { axis, keepDims: true }))),
    ],
  },
  LogSoftmax: {
    attributes: { axis: "int" },
    infer: ({ inputs: [x] }) => [float("logSoftmax", x)],
    // d - exp(y) sum(d)
    vjp: ({ outputs: [y], attributes: { axis }, gradient: d }) => [
      () => subtract(d, multiply(exp(y), sum(d, { axis, keepDims: true }))),
    ],
  },
};
