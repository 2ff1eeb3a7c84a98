import { fromTyped, type NDArray } from "@ml-roadmap/ndarray";

/**
 * Target distributions for class labels: `1 - smoothing` on the label, and `smoothing` shared
 * equally by all K classes (Szegedy et al. 2016), which keeps a network from becoming overconfident.
 *
 * @param labels (N) integers, 0 to K - 1
 * @returns (N, K) float32
 */
export function oneHot(labels: ArrayLike<number>, classes: number, smoothing = 0): NDArray {
  const targets = new Float32Array(labels.length * classes).fill(smoothing / classes);
  for (let n = 0; n < labels.length; n++) targets[n * classes + labels[n]] += 1 - smoothing;
  return fromTyped(targets, [labels.length, classes]);
}
