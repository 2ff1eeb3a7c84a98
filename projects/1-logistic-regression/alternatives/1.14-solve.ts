// Alternative: one system of equations for each parameter instead of an inverse.
// file: src/model/odds-ratios.ts
//#region solution 1.14 standard errors from the information
const size = information.shape[0];
const unit = (j: number) => np.array(Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)));
return np.array(
  Array.from({ length: size }, (_, j) => Math.sqrt(np.linalg.solve(information, unit(j)).get(j))),
);
//#endregion
