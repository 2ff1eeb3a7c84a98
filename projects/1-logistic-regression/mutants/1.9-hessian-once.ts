// Misconception: the Hessian at the start serves for all steps.
// file: src/model/newton.ts
//#region solution 1.9 Newton's method
let point = moveTo(objective, start);
const hessian = objective.hessian(start);
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  const direction = solveDamped(hessian, np.negative(point.gradient));
  ({ point } = backtrack(objective, point, direction, 1));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
