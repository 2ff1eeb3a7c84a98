// Misconception: the gradient points to where the loss falls.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 0.5;
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  ({ point, step } = backtrack(objective, point, point.gradient, 2 * step));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
