// Misconception: The distance from p to q is `sum q ln(q / p)`.
// file: src/drift/distance.ts
//#region solution 5.5 how far two histograms are apart
return expected.reduce((sum, count, k) => {
  const p = Math.max(count / n, LEAST_SHARE);
  const q = Math.max(found[k] / m, LEAST_SHARE);
  return sum + q * Math.log(q / p);
}, 0);
//#endregion
