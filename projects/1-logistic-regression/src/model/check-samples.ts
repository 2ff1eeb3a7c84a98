import { array, fromTyped, NDArray, sum } from "@ml-roadmap/ndarray";

/** A matrix of N samples and D features. */
export type Matrix = NDArray | readonly (readonly number[])[];

/** X as a float64 array (N, D), rows beside each other in memory; throws for another shape. */
export function checkMatrix(operation: string, X: Matrix): NDArray {
  const given = X instanceof NDArray ? X : array(X);
  if (given.ndim !== 2 || given.size === 0) {
    throw new RangeError(
      `${operation}: X must be a matrix of samples and features, found shape (${given.shape.join(", ")})`,
    );
  }
  const matrix = given.dtype === "float64" ? given : given.astype("float64");
  return fromTyped(matrix.toTyped(), [...matrix.shape]);
}

/** Throws for NaN or infinity in a matrix (N, D), by row and column. */
export function checkFinite(operation: string, matrix: NDArray): void {
  // A sum is finite only if all its terms are: one fast pass in the usual case.
  if (Number.isFinite(sum(matrix))) return;
  const data = matrix.toTyped();
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const [, features] = matrix.shape;
  const place = `row ${Math.floor(bad / features)}, column ${bad % features}`;
  throw new RangeError(
    `${operation}: X must be finite, found ${data[bad]} at ${place}; impute missing values first`,
  );
}

/** The classes that occur in y (N), ascending, and for each sample the position of its own. */
export function checkClasses(
  operation: string,
  y: ArrayLike<number>,
  samples: number,
): { classes: number[]; classIndex: Int32Array } {
  if (y.length !== samples) {
    throw new RangeError(`${operation}: X has ${samples} rows, y has ${y.length} labels`);
  }
  const { seen, index } = inOrderOfAppearance(y);
  const classes = seen.toSorted((a, b) => a - b);
  if (classes.some((label) => !Number.isFinite(label))) {
    throw new RangeError(`${operation}: labels must be finite numbers, found NaN or infinity`);
  }
  if (classes.length < 2) {
    throw new RangeError(
      `${operation}: y must have two classes or more, found only class ${classes[0]}; there is nothing to tell apart`,
    );
  }
  const ascending = Int32Array.from(seen, (label) => classes.indexOf(label));
  for (let i = 0; i < samples; i++) index[i] = ascending[index[i]];
  return { classes, classIndex: index };
}

/** The different values, and for each of y (N) the position of its own among them. */
function inOrderOfAppearance(y: ArrayLike<number>): { seen: number[]; index: Int32Array } {
  const positions = new Map<number, number>();
  const index = new Int32Array(y.length);
  let [last, position] = [NaN, -1];
  for (let i = 0; i < y.length; i++) {
    // Labels often repeat: then nothing needs to be looked up.
    if (y[i] !== last) {
      last = y[i];
      position = positions.get(last) ?? positions.size;
      if (position === positions.size) positions.set(last, position);
    }
    index[i] = position;
  }
  return { seen: [...positions.keys()], index };
}

/** Throws unless there is one finite weight >= 0 a sample, and one of them above 0. */
export function checkSampleWeight(
  operation: string,
  sampleWeight: ArrayLike<number> | undefined,
  samples: number,
): void {
  if (sampleWeight === undefined) return;
  if (sampleWeight.length !== samples) {
    throw new RangeError(
      `${operation}: X has ${samples} rows, sampleWeight has ${sampleWeight.length} entries`,
    );
  }
  let sum = 0;
  for (let i = 0; i < samples; i++) {
    if (!(sampleWeight[i] >= 0)) {
      throw new RangeError(
        `${operation}: sample weights must be >= 0, found ${sampleWeight[i]} in row ${i}`,
      );
    }
    sum += sampleWeight[i];
  }
  if (!(sum > 0 && Number.isFinite(sum))) {
    throw new RangeError(
      `${operation}: sample weights must have a finite sum above 0, found ${sum}`,
    );
  }
}
