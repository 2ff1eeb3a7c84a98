import { checkAxis } from "../graph/shape.ts";
import type { Value } from "../graph/value.ts";

/** `exp(x) / sum(exp(x))` along `axis`. */
export function softmax(x: Value, axis = -1): Value {
  return x.graph.apply("Softmax", [x], { axis: checkAxis("softmax", axis, x.rank) })[0];
}

/** `log(softmax(x))`, without overflow. */
export function logSoftmax(x: Value, axis = -1): Value {
  return x.graph.apply("LogSoftmax", [x], { axis: checkAxis("logSoftmax", axis, x.rank) })[0];
}
