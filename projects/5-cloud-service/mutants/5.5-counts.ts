// Misconception: Histograms can be compared as they are.
// file: src/drift/distance.ts
//#region solution 5.5 how far two histograms are apart
return expected.reduce((sum, count, k) => {
  const p = Math.max(count, LEAST_SHARE);
  const q = Math.max(found[k], LEAST_SHARE);
  return sum + (q - p) * Math.log(q / p);
}, 0);
//#endregion
