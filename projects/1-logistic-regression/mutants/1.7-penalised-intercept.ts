// Misconception: the intercept is a parameter like the others, so it is penalised too.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 L2 penalty and its gradient
return { value: (l2 / 2) * np.dot(theta, theta), gradient: np.multiply(theta, l2) };
//#endregion
