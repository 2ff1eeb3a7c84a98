// Misconception: The decay is a share of the weight, whatever the learning rate.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
    second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
    const mean = first[i] / (1 - beta1 ** step);
    const square = second[i] / (1 - beta2 ** step);
    const direction = mean / (Math.sqrt(square) + epsilon);
    weights[i] = weights[i] * (1 - weightDecay) - learningRate * direction;
  }
//#endregion
