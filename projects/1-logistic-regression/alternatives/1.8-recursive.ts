// Alternative: the line search calls itself with half the step.
// file: src/model/gradient-descent.ts
//#region solution 1.8 backtracking line search
const search = (step: number, left: number): { point: Point; step: number } => {
  const point = moveTo(objective, np.add(from.theta, np.multiply(step, direction)));
  const isGood = isSufficientDecrease(from, point, direction, step);
  return isGood || left === 0 ? { point, step } : search(step / 2, left - 1);
};
return search(firstStep, 60);
//#endregion
