// Misconception: The mean over the batch is the mean over all N K elements.
// file: src/losses/softmax-cross-entropy.ts
//#region solution 2.5 softmax cross-entropy, loss and gradient
  const logProbabilities = logSoftmax(logits);
  const loss = -np.mean(np.multiply(targets, logProbabilities));
  const dLogits = np.divide(np.subtract(np.exp(logProbabilities), targets), logits.size);
  return { loss, dLogits };
//#endregion
