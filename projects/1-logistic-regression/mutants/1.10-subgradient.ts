// Misconception: adding l1 sign(theta) to the gradient does the same as a proximal step.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 accelerated proximal gradient
let theta = start;
let gradientNorm = Infinity;
let iterations = 0;
while (gradientNorm > tol && iterations < maxIter) {
  const { gradient } = objective.evaluate(theta);
  const slope = np.add(gradient, np.multiply(l1, np.sign(theta)));
  theta = np.subtract(theta, np.multiply(step, slope));
  gradientNorm = maxAbs(slope);
  iterations++;
}
return { theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
