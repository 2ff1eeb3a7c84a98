// Misconception: The bias gradient is a mean over the pixels.
// file: src/layers/conv2d.ts
//#region solution 2.14 convolution as a matrix product, backward
  return {
    dX: col2im(np.matmul(dY, weight.T), shape, window),
    dWeight: np.matmul(columns.T, dY),
    dBias: np.mean(dY, { axis: 0 }),
  };
//#endregion
