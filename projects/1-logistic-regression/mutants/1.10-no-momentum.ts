// Misconception: momentum is a detail; plain steps get there as well.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 accelerated proximal gradient
let theta = start;
let gradientNorm = Infinity;
let iterations = 0;
while (gradientNorm > tol && iterations < maxIter) {
  const { gradient } = objective.evaluate(theta);
  const next = softThreshold(
    np.subtract(theta, np.multiply(step, gradient)),
    np.multiply(step, l1),
  );
  gradientNorm = maxAbs(np.subtract(theta, next)) / step;
  theta = next;
  iterations++;
}
return { theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
