// Misconception: thresholding keeps what is large as it is and drops the rest.
// file: src/model/proximal-gradient.ts
//#region solution 1.10 soft threshold
return np.where(np.greater(np.abs(z), threshold), z, 0);
//#endregion
