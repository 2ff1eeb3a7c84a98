import {
  type NDArray,
  array,
  concatenate,
  fromTyped,
  matmul,
  randomGenerator,
} from "@ml-roadmap/ndarray";

/** A data set that `fixtures/generate_sklearn.py` draws in the same way from the same seed. */
export interface SyntheticSet {
  readonly X: NDArray;
  readonly y: number[];
  readonly sampleWeight?: Float64Array;
}

function binary(seed: number, rows: number, features: number) {
  const random = randomGenerator(seed);
  const X = random.standardNormal([rows, features]);
  const w = random.standardNormal(features);
  const z = matmul(X, w).toTyped();
  const draw = random.random(rows).toTyped();
  const y = Array.from(draw, (u, i) =>
    Number(u < 1 / (1 + Math.exp(-((z[i] / Math.sqrt(features)) * 2 + 0.5)))),
  );
  return { X, y, random };
}

/** 2,000 samples of 5 features. */
export function tall(): SyntheticSet {
  const { X, y } = binary(11, 2000, 5);
  return { X, y };
}

/** 40 samples of 120 features: separable. */
export function wide(): SyntheticSet {
  const { X, y } = binary(12, 40, 120);
  return { X, y };
}

/** Column 3 is the sum of columns 0 and 1, column 4 is twice column 2. */
export function collinear(): SyntheticSet {
  const { X, y } = binary(13, 200, 3);
  const extra = matmul(
    X,
    array([
      [1, 0],
      [1, 0],
      [0, 2],
    ]),
  );
  return { X: concatenate([X, extra], { axis: 1 }), y };
}

/** 300 samples of 4 features, each with a weight. */
export function weighted(): SyntheticSet {
  const { X, y, random } = binary(14, 300, 4);
  return { X, y, sampleWeight: Float64Array.from(random.uniform(0.2, 3, 300).toTyped()) };
}

/** 400 weighted samples of 5 features around three centres, a class each. */
export function multinomial(): SyntheticSet {
  const random = randomGenerator(15);
  const y = Array.from(random.integers(0, 3, 400).toTyped());
  const centres = random.standardNormal([3, 5]);
  const noise = random.standardNormal([400, 5]);
  const X = Float64Array.from({ length: 2000 }, (_, i) => {
    const [row, column] = [Math.floor(i / 5), i % 5];
    return 0.5 * centres.get(y[row], column) + noise.get(row, column);
  });
  return {
    X: fromTyped(X, [400, 5]),
    y,
    sampleWeight: Float64Array.from(random.uniform(0.2, 3, 400).toTyped()),
  };
}
