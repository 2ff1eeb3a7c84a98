// Misconception: The first step is step 0, so the correction uses t - 1.
// file: src/optimizers/adam.ts
//#region solution 2.7 Adam with decoupled weight decay
  const m = np.add(np.multiply(state["m"], beta1), np.multiply(gradient, 1 - beta1));
  const v = np.add(np.multiply(state["v"], beta2), np.multiply(np.square(gradient), 1 - beta2));
  const t = Math.max(1, step - 1);
  const mHat = np.divide(m, 1 - beta1 ** t);
  const vHat = np.divide(v, 1 - beta2 ** t);
  const direction = np.divide(mHat, np.add(np.sqrt(vHat), epsilon));
  const decayed = np.multiply(value, 1 - learningRate * weightDecay);
  return { value: np.subtract(decayed, np.multiply(direction, learningRate)), state: { m, v } };
//#endregion
