// Misconception: the classes are along axis 0.
// file: src/model/softmax.ts
//#region solution 1.11 softmax, stable for large logits
const powers = np.exp(np.subtract(Z, np.max(Z, { axis: 0, keepdims: true })));
return np.divide(powers, np.sum(powers, { axis: 0, keepdims: true }));
//#endregion
