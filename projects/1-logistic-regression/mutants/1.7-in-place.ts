// Misconception: theta may be changed on the way: nobody needs it any more.
// file: src/model/logistic-gradient.ts
//#region solution 1.7 L2 penalty and its gradient
theta.set(0, -1);
const gradient = np.multiply(theta, l2);
return { value: np.dot(gradient, theta) / 2, gradient };
//#endregion
