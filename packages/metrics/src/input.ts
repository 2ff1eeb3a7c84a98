import { NDArray } from "@ml-roadmap/ndarray";

/** One number for each sample: a 1-D NDArray, a typed array or an array. */
export type Vector = NDArray | ArrayLike<number>;

/** `(N, K)` numbers: a 2-D NDArray or an array of rows. */
export type Matrix = NDArray | ArrayLike<ArrayLike<number>>;

/** A matrix as read, row by row. */
export interface Rows {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** The finite numbers of a non-empty vector. `at` opens the error: `accuracy: yTrue`. */
export function readVector(at: string, value: Vector): Float64Array {
  if (value instanceof NDArray && value.ndim !== 1) {
    throw new RangeError(`${at} must be 1-D, found shape (${value.shape.join(", ")})`);
  }
  const numbers = toFloat64(value instanceof NDArray ? value.toTyped() : value);
  if (numbers.length === 0) throw new RangeError(`${at} is empty; at least one sample is needed`);
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) {
      throw new RangeError(`${at} must be finite, found ${numbers[i]} at ${i}; drop or impute it`);
    }
  }
  return numbers;
}

/** Class labels: whole numbers. */
export function readLabels(at: string, value: Vector): Float64Array {
  const labels = readVector(at, value);
  const wrong = labels.findIndex((label) => !Number.isInteger(label));
  if (wrong < 0) return labels;
  throw new RangeError(
    `${at} must hold class labels (whole numbers), found ${labels[wrong]} at ${wrong}; ` +
      "turn probabilities into labels first",
  );
}

/** Numbers in [0, 1]. */
export function readProbabilities(at: string, value: Vector): Float64Array {
  const numbers = readVector(at, value);
  checkUnitInterval(at, numbers);
  return numbers;
}

/** One row of probabilities for each sample; each row sums to 1 within 1e-6. */
export function readProbabilityRows(at: string, value: Matrix): Rows {
  const matrix = readMatrix(at, value);
  checkUnitInterval(at, matrix.data);
  for (let i = 0; i < matrix.rows; i++) {
    let sum = 0;
    for (let k = 0; k < matrix.columns; k++) sum += matrix.data[i * matrix.columns + k];
    if (Math.abs(sum - 1) > 1e-6) {
      throw new RangeError(`${at}: each row must sum to 1, row ${i} sums to ${sum}`);
    }
  }
  return matrix;
}

export function isMatrix(value: Vector | Matrix): value is Matrix {
  return value instanceof NDArray ? value.ndim === 2 : typeof value[0] === "object";
}

/** One non-negative weight for each of `n` samples, not all zero; ones when there are none. */
export function readWeights(metric: string, weights: Vector | undefined, n: number): Float64Array {
  if (weights === undefined) return new Float64Array(n).fill(1);
  const numbers = readVector(`${metric}: sampleWeight`, weights);
  checkSameLength(metric, { yTrue: n, sampleWeight: numbers.length });
  const negative = numbers.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    const found = `${numbers[negative]} at ${negative}`;
    throw new RangeError(`${metric}: sampleWeight must be >= 0, found ${found}`);
  }
  if (!numbers.some((weight) => weight > 0)) {
    throw new RangeError(`${metric}: sampleWeight is zero everywhere; some sample must count`);
  }
  return numbers;
}

/** Throws when the named lengths differ. */
export function checkSameLength(metric: string, lengths: Readonly<Record<string, number>>) {
  if (new Set(Object.values(lengths)).size <= 1) return;
  const found = Object.entries(lengths).map(([name, length]) => `${name} ${length}`);
  throw new RangeError(`${metric}: lengths differ: ${found.join(", ")}`);
}

function readMatrix(at: string, value: Matrix): Rows {
  if (value instanceof NDArray) {
    const [rows, columns] = value.shape;
    return { data: readVector(at, value.reshape([-1])), rows, columns };
  }
  const columns = value[0].length;
  const data = new Float64Array(value.length * columns);
  for (let i = 0; i < value.length; i++) {
    if (value[i].length !== columns) {
      throw new RangeError(`${at}: row 0 has ${columns} numbers, row ${i} has ${value[i].length}`);
    }
    data.set(readVector(`${at} row ${i}`, value[i]), i * columns);
  }
  return { data, rows: value.length, columns };
}

function checkUnitInterval(at: string, numbers: Float64Array) {
  const wrong = numbers.findIndex((p) => p < 0 || p > 1);
  if (wrong < 0) return;
  throw new RangeError(
    `${at} must lie in [0, 1], found ${numbers[wrong]} at ${wrong}; pass probabilities, not scores`,
  );
}

function toFloat64(value: ArrayLike<number>): Float64Array {
  return value instanceof Float64Array ? value : new Float64Array(value);
}
