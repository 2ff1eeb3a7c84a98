import type { Value } from "../graph/value.ts";
import { ShapeError } from "../graph/shape-error.ts";

/** A value, or a number that becomes a constant of the other operand's type. */
export type Operand = Value | number;

/** Both operands as values of one graph. */
export function operands(operation: string, a: Operand, b: Operand): [Value, Value] {
  if (typeof a === "number") {
    if (typeof b === "number") {
      throw new ShapeError(
        `${operation}: expected at least one value of a graph, found two numbers`,
      );
    }
    return [scalarLike(operation, a, b), b];
  }
  return typeof b === "number" ? [a, scalarLike(operation, b, a)] : [a, b];
}

/** `number` as a constant of `value`'s type. */
export function scalarLike(operation: string, number: number, value: Value): Value {
  const { dtype, graph } = value;
  if (dtype !== "float32" && dtype !== "int64") {
    throw new ShapeError(`${operation}: a number cannot meet a ${dtype} tensor, cast it first`);
  }
  return graph.scalar(number, dtype);
}
