// Misconception: exp of the logits is fine: the quotient is small in the end.
// file: src/losses/softmax-cross-entropy.ts
//#region solution 2.5 log-softmax that cannot overflow
  const e = np.exp(logits);
  return np.log(np.divide(e, np.sum(e, { axis: 1, keepdims: true })));
//#endregion
