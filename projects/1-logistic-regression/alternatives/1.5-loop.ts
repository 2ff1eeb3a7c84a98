// Alternative: element by element, the two cases in words.
// file: src/model/sigmoid.ts
//#region solution 1.5 sigmoid, stable for large |z|
const values = z.toTyped().map((value) => {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const power = Math.exp(value);
  return power / (1 + power);
});
return np.fromTyped(values, [...z.shape]);
//#endregion
