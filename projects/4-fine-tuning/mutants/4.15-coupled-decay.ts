// Misconception: Weight decay is a part of the gradient.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    const g = gradient[i] + weightDecay * weights[i];
    first[i] = beta1 * first[i] + (1 - beta1) * g;
    second[i] = beta2 * second[i] + (1 - beta2) * g ** 2;
    const mean = first[i] / (1 - beta1 ** step);
    const square = second[i] / (1 - beta2 ** step);
    weights[i] -= (learningRate * mean) / (Math.sqrt(square) + epsilon);
  }
//#endregion
