// Misconception: a solver that used up its iterations has not converged.
// file: src/model/newton.ts
//#region solution 1.9 Newton's method
let point = moveTo(objective, start);
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  const direction = solveDamped(objective.hessian(point.theta), np.negative(point.gradient));
  ({ point } = backtrack(objective, point, direction, 1));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: iterations < maxIter };
//#endregion
