// Alternative: Corrects the rate and the root once instead of each moment, and lets the weights decay first.
// file: src/training/adamw-step.ts
//#region solution 4.15 moments, their corrections, the decay and the step
  const rate = learningRate / (1 - beta1 ** step);
  const correction = Math.sqrt(1 - beta2 ** step);
  weights.forEach((weight, i) => {
    first[i] += (1 - beta1) * (gradient[i] - first[i]);
    second[i] += (1 - beta2) * (gradient[i] * gradient[i] - second[i]);
    const decayed = weight - learningRate * weightDecay * weight;
    weights[i] = decayed - (rate * first[i]) / (Math.sqrt(second[i]) / correction + epsilon);
  });
//#endregion
