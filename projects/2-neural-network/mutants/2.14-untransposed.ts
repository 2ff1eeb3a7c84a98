// Misconception: The gradient goes back through the weight just as the input came in.
// file: src/layers/conv2d.ts
//#region solution 2.14 convolution as a matrix product, backward
  return {
    dX: col2im(np.matmul(dY, weight.reshape(weight.shape[1], weight.shape[0])), shape, window),
    dWeight: np.matmul(columns.T, dY),
    dBias: np.sum(dY, { axis: 0 }),
  };
//#endregion
