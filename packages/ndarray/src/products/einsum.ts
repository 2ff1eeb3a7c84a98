import { ShapeError, UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { formatShape, sizeOf } from "../core/shape.ts";
import { multiply } from "../elementwise/arithmetic.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { sum } from "../reduce/sum.ts";
import { reshape } from "../shape/reshape.ts";
import { transpose } from "../shape/transpose.ts";
import { matmul } from "./matmul.ts";
import { parseSubscripts } from "./subscripts.ts";

/** An array whose axes carry letters, each once. */
interface Labelled {
  readonly array: NDArray;
  readonly labels: readonly string[];
}

/**
 * Einstein's summation over one or two arrays: `einsum("ij,jk->ik", a, b)` is the matrix product.
 * A letter that the output lacks is summed over; without `->` the output has the letters that
 * occur once, in alphabetical order. Throws ShapeError when a letter stands for two lengths, and
 * UnsupportedError for `...` and for more than two arrays.
 */
export function einsum(subscripts: string, ...operands: readonly ArrayInput[]): NDArray {
  const { inputs, output } = parseSubscripts(subscripts);
  if (inputs.length > 2) {
    throw new UnsupportedError(
      `einsum: ${inputs.length} operands are not supported; combine two at a time`,
    );
  }
  if (inputs.length !== operands.length) {
    throw new ShapeError(
      `einsum: ${JSON.stringify(subscripts)} names ${inputs.length} operands, got ${operands.length}`,
    );
  }
  const arrays = operands.map(asArray);
  checkLengths(subscripts, inputs, arrays);
  const [first, second] = arrays.map((array, i) => {
    const others = inputs.flatMap((labels, j) => (j === i ? [] : labels));
    return summed(
      diagonal(array, inputs[i]),
      (label) => output.includes(label) || others.includes(label),
    );
  });
  const result = second === undefined ? first : contract(first, second, output);
  // A copy where nothing was computed: a result never shares memory with an operand.
  const arranged = transpose(
    result.array,
    output.map((label) => result.labels.indexOf(label)),
  );
  return arrays.some((array) => array.data === arranged.data) ? arranged.copy() : arranged;
}

function checkLengths(
  subscripts: string,
  inputs: readonly (readonly string[])[],
  arrays: readonly NDArray[],
): void {
  const lengths = new Map<string, number>();
  for (const [i, array] of arrays.entries()) {
    if (array.ndim !== inputs[i].length) {
      throw new ShapeError(
        `einsum: ${JSON.stringify(subscripts)} gives operand ${i} ${inputs[i].length} axes, its shape is ${formatShape(array.shape)}`,
      );
    }
    for (const [axis, label] of inputs[i].entries()) {
      const n = array.shape[axis];
      const known = lengths.get(label) ?? n;
      if (known !== n) {
        throw new ShapeError(`einsum: ${label} stands for lengths ${known} and ${n}`);
      }
      lengths.set(label, n);
    }
  }
}

/** The view in which a repeated letter is one axis: the diagonal, whose step is the sum of steps. */
function diagonal(array: NDArray, labels: readonly string[]): Labelled {
  const distinct = Array.from(new Set(labels));
  const shape = distinct.map((label) => array.shape[labels.indexOf(label)]);
  const strides = distinct.map((label) =>
    labels.reduce((step, one, axis) => (one === label ? step + array.strides[axis] : step), 0),
  );
  return {
    array: new NDArray(array.data, shape, array.dtype, strides, array.offset),
    labels: distinct,
  };
}

/** Without the letters that nobody else asks for. */
function summed({ array, labels }: Labelled, isNeeded: (label: string) => boolean): Labelled {
  const axis = labels.flatMap((label, i) => (isNeeded(label) ? [] : [i]));
  if (axis.length === 0) return { array, labels };
  return { array: sum(array, { axis, dtype: array.dtype }), labels: labels.filter(isNeeded) };
}

/** Two operands as one batched matrix product: letters of both and the output are the batch. */
function contract(a: Labelled, b: Labelled, output: readonly string[]): Labelled {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const inner = shared.filter((label) => !output.includes(label));
  const left = a.labels.filter((label) => !shared.includes(label));
  const right = b.labels.filter((label) => !shared.includes(label));
  const lengthOf = (label: string): number => {
    const axis = a.labels.indexOf(label);
    return axis >= 0 ? a.array.shape[axis] : b.array.shape[b.labels.indexOf(label)];
  };
  const size = (labels: readonly string[]): number => sizeOf(labels.map(lengthOf));
  const labels = [...batch, ...left, ...right];
  if (inner.length === 0 || (left.length === 0 && right.length === 0 && batch.length > 0)) {
    const aligned = (operand: Labelled): NDArray => spread(operand, [...labels, ...inner]);
    const product = multiply(aligned(a), aligned(b));
    const axis = inner.map((_, i) => labels.length + i);
    return {
      array: axis.length > 0 ? sum(product, { axis, dtype: product.dtype }) : product,
      labels,
    };
  }
  const x = reshape(ordered(a, [...batch, ...left, ...inner]), [
    size(batch),
    size(left),
    size(inner),
  ]);
  const y = reshape(ordered(b, [...batch, ...inner, ...right]), [
    size(batch),
    size(inner),
    size(right),
  ]);
  return { array: reshape(matmul(x, y), labels.map(lengthOf)), labels };
}

function ordered({ array, labels }: Labelled, order: readonly string[]): NDArray {
  return transpose(
    array,
    order.map((label) => labels.indexOf(label)),
  );
}

/** The axes in the given order, with length 1 for letters that the operand lacks. */
function spread(operand: Labelled, order: readonly string[]): NDArray {
  const own = order.filter((label) => operand.labels.includes(label));
  return ordered(operand, own).at(...order.map((label) => (own.includes(label) ? ":" : null)));
}
