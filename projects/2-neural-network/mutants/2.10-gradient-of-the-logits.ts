// Misconception: What goes back through the network is the logits themselves.
// file: src/training/step.ts
//#region solution 2.10 forward, loss, backward
  const logits = network.forward(x, mode);
  const { loss } = softmaxCrossEntropy(logits, targets);
  network.backward(logits);
  return { loss, logits };
//#endregion
