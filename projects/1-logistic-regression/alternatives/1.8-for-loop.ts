// Alternative: a counted loop that returns as soon as the gradient is small.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 1;
for (let iterations = 0; ; iterations++) {
  const gradientNorm = maxAbs(point.gradient);
  const converged = gradientNorm <= tol;
  if (converged || iterations === maxIter) {
    return { theta: point.theta, gradientNorm, iterations, converged };
  }
  const found = backtrack(objective, point, np.multiply(-1, point.gradient), step);
  point = found.point;
  step = found.step * 2;
}
//#endregion
