// Misconception: the threshold of a step is l1, whatever the step's length.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 accelerated proximal gradient
let theta = start;
let ahead = start;
let momentum = 1;
let gradientNorm = Infinity;
let iterations = 0;
while (gradientNorm > tol && iterations < maxIter) {
  const { gradient } = objective.evaluate(ahead);
  const next = softThreshold(np.subtract(ahead, np.multiply(step, gradient)), l1);
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
return { theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
