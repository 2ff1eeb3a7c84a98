// A complete reverse-mode automatic differentiation in one file. Every value remembers how it was
// made; walking that record backwards and applying the chain rule gives every gradient. The
// network's own backward passes are written by hand: this tape exists to check them.
import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";

/** An array on the tape. */
export class Variable {
  readonly value: NDArray;
  /** Gradient of what `backward` was called on; zeros until then. */
  gradient: NDArray;
  readonly inputs: readonly Variable[];
  /** Adds this variable's gradient, through the operation that made it, to its inputs' gradients. */
  readonly propagate: (dY: NDArray) => void;

  constructor(value: NDArray, inputs: readonly Variable[] = [], propagate = (_dY: NDArray) => {}) {
    this.value = value;
    this.gradient = np.zerosLike(value);
    this.inputs = inputs;
    this.propagate = propagate;
  }
}

/** Adds `gradient` to a variable's, summed over the axes along which it was broadcast. */
function accumulate(variable: Variable, gradient: NDArray): void {
  const extra = gradient.ndim - variable.value.ndim;
  let reduced =
    extra > 0 ? np.sum(gradient, { axis: Array.from({ length: extra }, (_, i) => i) }) : gradient;
  const stretched = variable.value.shape.flatMap((size, axis) =>
    size === 1 && reduced.shape[axis] !== 1 ? [axis] : [],
  );
  if (stretched.length > 0) reduced = np.sum(reduced, { axis: stretched, keepdims: true });
  variable.gradient = np.add(variable.gradient, reduced);
}

export function add(a: Variable, b: Variable): Variable {
  return new Variable(np.add(a.value, b.value), [a, b], (dY) => {
    accumulate(a, dY);
    accumulate(b, dY);
  });
}

export function multiply(a: Variable, b: Variable): Variable {
  return new Variable(np.multiply(a.value, b.value), [a, b], (dY) => {
    accumulate(a, np.multiply(dY, b.value));
    accumulate(b, np.multiply(dY, a.value));
  });
}

export function matmul(a: Variable, b: Variable): Variable {
  return new Variable(np.matmul(a.value, b.value), [a, b], (dY) => {
    accumulate(a, np.matmul(dY, b.value.T));
    accumulate(b, np.matmul(a.value.T, dY));
  });
}

export function relu(x: Variable): Variable {
  return new Variable(np.maximum(x.value, 0), [x], (dY) => {
    accumulate(x, np.where(np.greater(x.value, 0), dY, 0));
  });
}

export function exp(x: Variable): Variable {
  const y = np.exp(x.value);
  return new Variable(y, [x], (dY) => accumulate(x, np.multiply(dY, y)));
}

export function log(x: Variable): Variable {
  return new Variable(np.log(x.value), [x], (dY) => accumulate(x, np.divide(dY, x.value)));
}

/** Sum over one axis, which stays with length 1; over everything without one. */
export function sum(x: Variable, axis?: number): Variable {
  const y =
    axis === undefined ? np.array(np.sum(x.value)) : np.sum(x.value, { axis, keepdims: true });
  return new Variable(y, [x], (dY) => accumulate(x, np.multiply(np.onesLike(x.value), dY)));
}

/**
 * Fills in `gradient` of every variable that `loss` was made from: each variable's gradient is
 * complete before it is passed on, because a variable comes after all its inputs in the order.
 *
 * @param loss a variable with one element
 */
export function backward(loss: Variable): void {
  if (loss.value.size !== 1) {
    throw new RangeError(`backward: expected a loss of one element, got ${loss.value.size}`);
  }
  //#region solution 2.16 walk the tape backwards
  const order: Variable[] = [];
  const seen = new Set<Variable>();
  const visit = (variable: Variable) => {
    if (seen.has(variable)) return;
    seen.add(variable);
    variable.inputs.forEach(visit);
    order.push(variable);
  };
  visit(loss);
  loss.gradient = np.onesLike(loss.value);
  for (const variable of order.toReversed()) variable.propagate(variable.gradient);
  //#endregion
}
