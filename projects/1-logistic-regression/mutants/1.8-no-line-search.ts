// Misconception: the first step is short enough.
// file: src/model/gradient-descent.ts
//#region solution 1.8 backtracking line search
return {
  point: moveTo(objective, np.add(from.theta, np.multiply(firstStep, direction))),
  step: firstStep,
};
//#endregion
