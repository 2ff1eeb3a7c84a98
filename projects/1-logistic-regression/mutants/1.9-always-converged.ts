// Misconception: Newton's method converges, so there is nothing to report.
// file: src/model/newton.ts
//#region solution 1.9 Newton's method
let point = moveTo(objective, start);
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  const direction = solveDamped(objective.hessian(point.theta), np.negative(point.gradient));
  ({ point } = backtrack(objective, point, direction, 1));
  iterations++;
}
return { theta: point.theta, gradientNorm: 0, iterations, converged: true };
//#endregion
