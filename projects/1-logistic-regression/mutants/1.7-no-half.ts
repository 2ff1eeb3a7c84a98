// Misconception: the penalty is l2 times the sum of squares, and its gradient l2 times theta.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 L2 penalty and its gradient
const gradient = np.multiply(theta, l2);
gradient.set(0, -1);
return { value: np.dot(gradient, theta), gradient };
//#endregion
