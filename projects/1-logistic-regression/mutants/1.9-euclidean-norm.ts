// Misconception: the length of the gradient is as good a measure as its largest entry.
// file: src/model/newton.ts
//#region solution 1.9 Newton's method
let point = moveTo(objective, start);
let iterations = 0;
while (Math.sqrt(np.dot(point.gradient, point.gradient)) > tol && iterations < maxIter) {
  const direction = solveDamped(objective.hessian(point.theta), np.negative(point.gradient));
  ({ point } = backtrack(objective, point, direction, 1));
  iterations++;
}
const gradientNorm = Math.sqrt(np.dot(point.gradient, point.gradient));
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
