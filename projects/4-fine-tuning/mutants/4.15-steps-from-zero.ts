// Misconception: The first step is step 0.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  for (let i = 0; i < weights.length; i += 1) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
    second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
    const t = Math.max(1, step - 1);
    const mean = first[i] / (1 - beta1 ** t);
    const square = second[i] / (1 - beta2 ** t);
    const direction = mean / (Math.sqrt(square) + epsilon);
    weights[i] -= learningRate * (weightDecay * weights[i] + direction);
  }
//#endregion
