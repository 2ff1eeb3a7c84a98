// Misconception: a step is good enough as soon as the value is lower at all.
// file: src/model/gradient-descent.ts
//#region solution 1.8 backtracking line search
let step = firstStep;
let point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
for (let tries = 0; tries < 60; tries++) {
  if (point.value < from.value) break;
  step /= 2;
  point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
}
return { point, step };
//#endregion
