import type { Definitions } from "../graph/definition.ts";
import { broadcastShapes } from "../graph/shape.ts";
import type { Value, ValueType } from "../graph/value.ts";
import { cast, where } from "../ops/elementwise.ts";
import { unbroadcast } from "../ops/unbroadcast.ts";
import { broadcast, requireType } from "./infer.ts";

type Logic =
  | "Equal"
  | "Greater"
  | "GreaterOrEqual"
  | "Less"
  | "LessOrEqual"
  | "And"
  | "Not"
  | "IsNaN"
  | "Where"
  | "Cast";

function comparison(operation: string, a: Value, b: Value): readonly ValueType[] {
  return [{ dtype: "bool", shape: broadcast(operation, a, b).shape }];
}

const isFloat = ({ dtype }: Value): boolean => dtype.startsWith("float");

export const logic: Pick<Definitions, Logic> = {
  Equal: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => comparison("equal", a, b),
    vjp: "zero",
  },
  Greater: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => comparison("greater", a, b),
    vjp: "zero",
  },
  GreaterOrEqual: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => comparison("greaterEqual", a, b),
    vjp: "zero",
  },
  Less: { attributes: {}, infer: ({ inputs: [a, b] }) => comparison("less", a, b), vjp: "zero" },
  LessOrEqual: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => comparison("lessEqual", a, b),
    vjp: "zero",
  },
  And: {
    attributes: {},
    infer: ({ inputs: [a, b] }) => {
      requireType("logicalAnd", a, "bool");
      return comparison("logicalAnd", a, b);
    },
    vjp: "zero",
  },
  Not: {
    attributes: {},
    infer: ({ inputs: [x] }) => {
      requireType("logicalNot", x, "bool");
      return [{ dtype: "bool", shape: x.shape }];
    },
    vjp: "zero",
  },
  IsNaN: {
    attributes: {},
    infer: ({ inputs: [x] }) => [{ dtype: "bool", shape: x.shape }],
    vjp: "zero",
  },
  Where: {
    attributes: {},
    infer: ({ inputs: [condition, a, b] }) => {
      requireType("where", condition, "bool");
      const { dtype, shape } = broadcast("where", a, b);
      return [{ dtype, shape: broadcastShapes("where", condition.shape, shape) }];
    },
    vjp: ({ inputs: [condition, a, b], gradient: d }) => [
      undefined,
      () => unbroadcast(where(condition, d, 0), a.shape),
      () => unbroadcast(where(condition, 0, d), b.shape),
    ],
  },
  Cast: {
    attributes: { to: "type" },
    infer: ({ inputs: [x], attributes: { to } }) => [{ dtype: to, shape: x.shape }],
    // A cast to integers has no slope: nothing flows back through its result.
    vjp: ({ inputs: [x], outputs: [y], gradient: d }) => [
      isFloat(y) ? () => cast(d, x.dtype) : undefined,
    ],
  },
};
