// Misconception: only positive coefficients need shrinking.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 soft threshold
return np.maximum(np.subtract(z, threshold), 0);
//#endregion
