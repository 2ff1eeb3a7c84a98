// Misconception: a solver that used up its iterations has not converged.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 accelerated proximal gradient
let theta = start;
let ahead = start;
let momentum = 1;
let gradientNorm = Infinity;
let iterations = 0;
while (gradientNorm > tol && iterations < maxIter) {
  const { gradient } = objective.evaluate(ahead);
  const downhill = np.subtract(ahead, np.multiply(step, gradient));
  const next = softThreshold(downhill, np.multiply(step, l1));
  const correction = np.subtract(ahead, next);
  const moved = np.subtract(next, theta);
  gradientNorm = maxAbs(correction) / step;
  if (np.dot(correction, moved) > 0) momentum = 1;
  const grown = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
  ahead = np.add(next, np.multiply((momentum - 1) / grown, moved));
  theta = next;
  momentum = grown;
  iterations++;
}
return { theta, gradientNorm, iterations, converged: iterations < maxIter };
//#endregion
