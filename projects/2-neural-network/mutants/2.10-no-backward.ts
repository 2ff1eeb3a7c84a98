// Misconception: The loss knows its gradient, so nothing need go back through the network.
// file: src/training/step.ts
//#region solution 2.10 forward, loss, backward
  const logits = network.forward(x, mode);
  const { loss } = softmaxCrossEntropy(logits, targets);
  return { loss, logits };
//#endregion
