// Misconception: a solver that used up its iterations has not converged.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 0.5;
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  ({ point, step } = backtrack(objective, point, np.negative(point.gradient), 2 * step));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: iterations < maxIter };
//#endregion
