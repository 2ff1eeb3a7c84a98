// Alternative: The derivative is a mask of zeros and ones that multiplies the gradient.
// file: src/layers/relu.ts
//#region solution 2.4 ReLU, forward
  return np.multiply(x, np.greater(x, 0).astype(x.dtype));
//#endregion
//#region solution 2.4 ReLU, backward
  return np.multiply(dY, np.greater(x, 0).astype(dY.dtype));
//#endregion
