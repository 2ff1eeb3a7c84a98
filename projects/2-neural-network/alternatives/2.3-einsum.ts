// Alternative: Einstein sums name the axes, so no transposes are needed.
// file: src/layers/dense.ts
//#region solution 2.3 dense layer, forward
  return np.add(np.einsum("nd,dh->nh", x, weight), bias);
//#endregion
//#region solution 2.3 dense layer, backward
  return {
    dX: np.einsum("nh,dh->nd", dY, weight),
    dWeight: np.einsum("nd,nh->dh", x, dY),
    dBias: np.einsum("nh->h", dY),
  };
//#endregion
