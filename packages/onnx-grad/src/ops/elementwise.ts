import type { ElementType } from "../onnx/element-type.ts";
import type { Value } from "../graph/value.ts";
import { operands, scalarLike } from "./operand.ts";
import type { Operand } from "./operand.ts";

// Each works element by element. Two operands broadcast as in NumPy; a number stands for a constant.
// All throw `ShapeError` when shapes or types do not fit together.

export function add(a: Operand, b: Operand): Value {
  const [x, y] = operands("add", a, b);
  return x.graph.apply("Add", [x, y], {})[0];
}

export function subtract(a: Operand, b: Operand): Value {
  const [x, y] = operands("subtract", a, b);
  return x.graph.apply("Sub", [x, y], {})[0];
}

export function multiply(a: Operand, b: Operand): Value {
  const [x, y] = operands("multiply", a, b);
  return x.graph.apply("Mul", [x, y], {})[0];
}

export function divide(a: Operand, b: Operand): Value {
  const [x, y] = operands("divide", a, b);
  return x.graph.apply("Div", [x, y], {})[0];
}

/** `a ** b`; the gradient with respect to `b` needs `a > 0`. */
export function power(a: Operand, b: Operand): Value {
  const [x, y] = operands("power", a, b);
  return x.graph.apply("Pow", [x, y], {})[0];
}

/** The larger of the two; where they are equal each gets half of the gradient. */
export function maximum(a: Operand, b: Operand): Value {
  const [x, y] = operands("maximum", a, b);
  return x.graph.apply("Max", [x, y], {})[0];
}

/** The smaller of the two; where they are equal each gets half of the gradient. */
export function minimum(a: Operand, b: Operand): Value {
  const [x, y] = operands("minimum", a, b);
  return x.graph.apply("Min", [x, y], {})[0];
}

export function negative(x: Value): Value {
  return x.graph.apply("Neg", [x], {})[0];
}

export function abs(x: Value): Value {
  return x.graph.apply("Abs", [x], {})[0];
}

/** -1, 0 or 1. */
export function sign(x: Value): Value {
  return x.graph.apply("Sign", [x], {})[0];
}

export function floor(x: Value): Value {
  return x.graph.apply("Floor", [x], {})[0];
}

export function exp(x: Value): Value {
  return x.graph.apply("Exp", [x], {})[0];
}

/** The natural logarithm. */
export function log(x: Value): Value {
  return x.graph.apply("Log", [x], {})[0];
}

export function sqrt(x: Value): Value {
  return x.graph.apply("Sqrt", [x], {})[0];
}

export function reciprocal(x: Value): Value {
  return x.graph.apply("Reciprocal", [x], {})[0];
}

export function square(x: Value): Value {
  return multiply(x, x);
}

export function sin(x: Value): Value {
  return x.graph.apply("Sin", [x], {})[0];
}

export function cos(x: Value): Value {
  return x.graph.apply("Cos", [x], {})[0];
}

/** The error function. */
export function erf(x: Value): Value {
  return x.graph.apply("Erf", [x], {})[0];
}

/** `x` limited to `low` to `high`; the gradient is 0 outside. */
export function clip(x: Value, low: number, high: number): Value {
  const bounds = [scalarLike("clip", low, x), scalarLike("clip", high, x)] as const;
  return x.graph.apply("Clip", [x, ...bounds], {})[0];
}

/** 1 where equal, as bool. */
export function equal(a: Operand, b: Operand): Value {
  const [x, y] = operands("equal", a, b);
  return x.graph.apply("Equal", [x, y], {})[0];
}

export function greater(a: Operand, b: Operand): Value {
  const [x, y] = operands("greater", a, b);
  return x.graph.apply("Greater", [x, y], {})[0];
}

export function greaterEqual(a: Operand, b: Operand): Value {
  const [x, y] = operands("greaterEqual", a, b);
  return x.graph.apply("GreaterOrEqual", [x, y], {})[0];
}

export function less(a: Operand, b: Operand): Value {
  const [x, y] = operands("less", a, b);
  return x.graph.apply("Less", [x, y], {})[0];
}

export function lessEqual(a: Operand, b: Operand): Value {
  const [x, y] = operands("lessEqual", a, b);
  return x.graph.apply("LessOrEqual", [x, y], {})[0];
}

export function logicalAnd(a: Value, b: Value): Value {
  return a.graph.apply("And", [a, b], {})[0];
}

export function logicalNot(x: Value): Value {
  return x.graph.apply("Not", [x], {})[0];
}

export function isNaN(x: Value): Value {
  return x.graph.apply("IsNaN", [x], {})[0];
}

/** `a` where `condition` (bool) holds, else `b`. */
export function where(condition: Value, a: Operand, b: Operand): Value {
  const like = typeof a === "number" ? b : a;
  const [x, y] =
    typeof like === "number"
      ? [condition.graph.scalar(Number(a)), condition.graph.scalar(like)]
      : operands("where", a, b);
  return condition.graph.apply("Where", [condition, x, y], {})[0];
}

export function cast(x: Value, to: ElementType): Value {
  return x.dtype === to ? x : x.graph.apply("Cast", [x], { to })[0];
}
