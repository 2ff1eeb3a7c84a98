// Misconception: Newton's step is always the right length.
// file: src/model/newton.ts
//#region solution 1.9 Newton's method
let point = moveTo(objective, start);
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  const direction = solveDamped(objective.hessian(point.theta), np.negative(point.gradient));
  point = moveTo(objective, np.add(point.theta, direction));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
