import * as np from "@ml-roadmap/ndarray";
import { sequence, type TokenCorpus } from "./token-corpus.ts";

// V vocabulary, D dimensions.

/** Neighbours up to this distance count. */
const window = 4;
/** Frequent contexts are worth less than their frequency. Source: https://aclanthology.org/Q15-1016, section 3.2. */
const smoothing = 0.75;
const [spare, iterations] = [32, 3];

/**
 * Word vectors from counts in these sequences: how much more often than by chance two tokens stand near each other (positive
 * pointwise mutual information), a `(V, V)` matrix, in the `dimensions` directions that keep most of it.
 * Tokens that occur in like company get like vectors. The result is `(V, D)` with standard deviation `std`;
 * tokens that never occur get small random vectors. Source: https://aclanthology.org/Q15-1016.
 */
export function wordVectors(
  corpus: TokenCorpus,
  sequences: Int32Array,
  vocabulary: number,
  dimensions: number,
  std: number,
  random: np.Generator,
): np.NDArray {
  const matrix = mutualInformation(cooccurrences(corpus, sequences, vocabulary));
  const vectors = leadingDirections(matrix, dimensions, random);
  const noise = random.normal(0, 0.1 * np.std(vectors), vectors.shape).astype("float32");
  const noisy = np.add(vectors, noise);
  return np.multiply(noisy, std / np.std(noisy));
}

/** How often each two tokens stand near each other, `(V, V)`; nearer ones count more. */
export function cooccurrences(
  corpus: TokenCorpus,
  sequences: Int32Array,
  vocabulary: number,
): np.NDArray {
  const counts = new Float32Array(vocabulary * vocabulary);
  for (const index of sequences) {
    const tokens = sequence(corpus, index);
    for (let i = 0; i < tokens.length; i += 1) {
      const end = Math.min(tokens.length, i + window + 1);
      for (let j = i + 1; j < end; j += 1) {
        const weight = (window + 1 - (j - i)) / window;
        counts[tokens[i] * vocabulary + tokens[j]] += weight;
        counts[tokens[j] * vocabulary + tokens[i]] += weight;
      }
    }
  }
  return np.fromTyped(counts, [vocabulary, vocabulary]);
}

/** `max(0, log(P(a, b) / (P(a) P(b))))` of a matrix of counts `(V, V)`, with smoothed contexts. */
export function mutualInformation(counts: np.NDArray): np.NDArray {
  const sums = np.sum(counts, { axis: 1, dtype: "float64" });
  const total = np.sum(sums);
  const smoothed = np.power(sums, smoothing);
  const words = np.divide(np.maximum(sums, 1e-9), total).toTyped("float64");
  const contexts = np.divide(np.maximum(smoothed, 1e-9), np.sum(smoothed)).toTyped("float64");
  const size = words.length;
  const data = counts.toTyped("float32");
  const information = new Float32Array(data.length);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const count = data[a * size + b];
      if (count === 0) continue;
      // Symmetric, so that the leading directions are eigenvectors.
      const chance = Math.sqrt(words[a] * contexts[b] * words[b] * contexts[a]);
      information[a * size + b] = Math.max(0, Math.log(count / total / chance));
    }
  }
  return np.fromTyped(information, [size, size]);
}

/**
 * A symmetric matrix's `(V, V)` leading eigenvectors, each times the root of its eigenvalue's size, `(V, D)`; by
 * subspace iteration from random directions. Source: https://arxiv.org/abs/0909.4061, section 4.4.
 */
function leadingDirections(
  matrix: np.NDArray,
  dimensions: number,
  random: np.Generator,
): np.NDArray {
  const size = matrix.shape[0];
  let basis = random.normal(0, 1, [size, dimensions + spare]).astype("float32");
  for (let round = 0; round < iterations; round += 1) {
    basis = np.linalg.qr(np.matmul(matrix, basis)).q.astype("float32");
  }
  const small = np.matmul(basis.T, np.matmul(matrix, basis)).astype("float64");
  const { eigenvalues, eigenvectors } = np.linalg.eigh(np.multiply(np.add(small, small.T), 0.5));
  const order = np.argsort(np.negative(np.abs(eigenvalues))).at(`:${dimensions}`);
  const scales = np.sqrt(np.abs(np.take(eigenvalues, order)));
  const picked = np.multiply(np.take(eigenvectors, order, { axis: 1 }), scales);
  return np.matmul(basis, picked.astype("float32"));
}

/** Log of each token's share of these sequences, `(V)`: what to guess where nothing else is known. */
export function logFrequencies(
  corpus: TokenCorpus,
  sequences: Int32Array,
  vocabulary: number,
): Float32Array {
  const counts = new Float64Array(vocabulary).fill(0.5);
  for (const index of sequences) {
    for (const token of sequence(corpus, index)) counts[token] += 1;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Float32Array.from(counts, (count) => Math.log(count / total));
}
