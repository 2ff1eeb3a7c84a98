// Misconception: the length of the gradient is as good a measure as its largest entry.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 0.5;
let iterations = 0;
while (Math.sqrt(np.dot(point.gradient, point.gradient)) > tol && iterations < maxIter) {
  ({ point, step } = backtrack(objective, point, np.negative(point.gradient), 2 * step));
  iterations++;
}
const gradientNorm = Math.sqrt(np.dot(point.gradient, point.gradient));
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
