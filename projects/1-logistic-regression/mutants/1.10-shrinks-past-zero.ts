// Misconception: subtracting the threshold in the direction of the sign is all there is to it.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 soft threshold
return np.subtract(z, np.multiply(np.sign(z), threshold));
//#endregion
