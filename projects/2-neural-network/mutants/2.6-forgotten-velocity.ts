// Misconception: The velocity of this step is enough; nothing need be remembered.
// file: src/optimizers/sgd.ts
//#region solution 2.6 gradient descent with momentum
  const decayed = np.add(gradient, np.multiply(value, weightDecay));
  const velocity = np.add(np.multiply(state["velocity"], momentum), decayed);
  const direction = nesterov ? np.add(decayed, np.multiply(velocity, momentum)) : velocity;
  return { value: np.subtract(value, np.multiply(direction, learningRate)), state };
//#endregion
