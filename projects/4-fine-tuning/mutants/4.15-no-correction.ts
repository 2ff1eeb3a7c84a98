// Misconception: After a few steps the moments are right by themselves.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
    second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
    const direction = first[i] / (Math.sqrt(second[i]) + epsilon);
    weights[i] -= learningRate * (weightDecay * weights[i] + direction);
  }
//#endregion
