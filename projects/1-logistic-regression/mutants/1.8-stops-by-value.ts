// Misconception: when the value hardly changes any more, the minimum is reached.
// file: src/model/gradient-descent.ts
//#region solution 1.8 gradient descent
let point = moveTo(objective, start);
let step = 0.5;
let iterations = 0;
for (;;) {
  const before = point.value;
  ({ point, step } = backtrack(objective, point, np.negative(point.gradient), 2 * step));
  iterations++;
  if (Math.abs(before - point.value) < 1e-6 || iterations === maxIter) break;
}
return { theta: point.theta, gradientNorm: maxAbs(point.gradient), iterations, converged: true };
//#endregion
