// Misconception: After a few steps the moments are right by themselves, so they need no correction.
// file: src/optimizers/adam.ts
//#region solution 2.7 Adam with decoupled weight decay
  const m = np.add(np.multiply(state["m"], beta1), np.multiply(gradient, 1 - beta1));
  const v = np.add(np.multiply(state["v"], beta2), np.multiply(np.square(gradient), 1 - beta2));
  const direction = np.divide(m, np.add(np.sqrt(v), epsilon));
  const decayed = np.multiply(value, 1 - learningRate * weightDecay);
  return { value: np.subtract(decayed, np.multiply(direction, learningRate)), state: { m, v } };
//#endregion
