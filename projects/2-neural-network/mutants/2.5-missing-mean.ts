// Misconception: The gradient of the loss is p - t; the 1/N can be left to the learning rate.
// file: src/losses/softmax-cross-entropy.ts
//#region solution 2.5 softmax cross-entropy, loss and gradient
  const count = logits.shape[0];
  const logProbabilities = logSoftmax(logits);
  const loss = -np.sum(np.multiply(targets, logProbabilities)) / count;
  return { loss, dLogits: np.subtract(np.exp(logProbabilities), targets) };
//#endregion
