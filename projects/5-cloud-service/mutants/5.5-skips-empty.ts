// Misconception: A bin that is empty on one side says nothing.
// file: src/drift/distance.ts
//#region solution 5.5 how far two histograms are apart
return expected.reduce((sum, count, k) => {
  if (count === 0 || found[k] === 0) return sum;
  const [p, q] = [count / n, found[k] / m];
  return sum + (q - p) * Math.log(q / p);
}, 0);
//#endregion
