// Misconception: Momentum averages the gradients: the new one counts 1 - μ.
// file: src/optimizers/sgd.ts
//#region solution 2.6 gradient descent with momentum
  const decayed = np.add(gradient, np.multiply(value, weightDecay));
  const velocity = np.add(np.multiply(state["velocity"], momentum), np.multiply(decayed, 1 - momentum));
  const direction = nesterov ? np.add(decayed, np.multiply(velocity, momentum)) : velocity;
  return { value: np.subtract(value, np.multiply(direction, learningRate)), state: { velocity } };
//#endregion
