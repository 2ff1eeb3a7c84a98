// Misconception: Epsilon keeps the root away from 0, so it stands under it.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
    second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
    const mean = first[i] / (1 - beta1 ** step);
    const square = second[i] / (1 - beta2 ** step);
    const direction = mean / Math.sqrt(square + epsilon);
    weights[i] -= learningRate * (weightDecay * weights[i] + direction);
  }
//#endregion
