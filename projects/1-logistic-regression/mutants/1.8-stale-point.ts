// Misconception: the point that was evaluated first is the point to return.
// file: src/model/gradient-descent.ts
//#region solution 1.8 backtracking line search
let step = firstStep;
const first = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
let point = first;
for (let tries = 0; tries < 60; tries++) {
  if (isSufficientDecrease(from, point, direction, step)) break;
  step /= 2;
  point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
}
return { point: { ...first, theta: point.theta }, step };
//#endregion
