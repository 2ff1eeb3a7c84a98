// Misconception: Weight decay is a part of the gradient, in Adam as in gradient descent.
// file: src/optimizers/adam.ts
//#region solution 2.7 Adam with decoupled weight decay
  const g = np.add(gradient, np.multiply(value, weightDecay));
  const m = np.add(np.multiply(state["m"], beta1), np.multiply(g, 1 - beta1));
  const v = np.add(np.multiply(state["v"], beta2), np.multiply(np.square(g), 1 - beta2));
  const mHat = np.divide(m, 1 - beta1 ** step);
  const vHat = np.divide(v, 1 - beta2 ** step);
  const direction = np.divide(mHat, np.add(np.sqrt(vHat), epsilon));
  return { value: np.subtract(value, np.multiply(direction, learningRate)), state: { m, v } };
//#endregion
