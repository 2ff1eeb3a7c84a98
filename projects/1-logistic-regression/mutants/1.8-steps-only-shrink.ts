// Misconception: a step that worked is the longest that ever will.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 1;
let iterations = 0;
while (maxAbs(point.gradient) > tol && iterations < maxIter) {
  ({ point, step } = backtrack(objective, point, np.negative(point.gradient), step));
  iterations++;
}
const gradientNorm = maxAbs(point.gradient);
return { theta: point.theta, gradientNorm, iterations, converged: gradientNorm <= tol };
//#endregion
