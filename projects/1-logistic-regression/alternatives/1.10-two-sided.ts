// Alternative: the part above the threshold minus the part below its negative.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 soft threshold
const above = np.maximum(np.subtract(z, threshold), 0);
const below = np.maximum(np.subtract(np.negative(z), threshold), 0);
return np.subtract(above, below);
//#endregion
