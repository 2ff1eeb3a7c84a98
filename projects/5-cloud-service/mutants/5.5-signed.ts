// Misconception: The largest distance is the largest difference.
// file: src/drift/distance.ts
//#region solution 5.5 the largest distance of two distribution functions
const [x, y] = [a.toSorted((p, q) => p - q), b.toSorted((p, q) => p - q)];
let [i, j, largest] = [0, 0, 0];
while (i < x.length && j < y.length) {
  const value = Math.min(x[i], y[j]);
  while (x[i] === value) i++;
  while (y[j] === value) j++;
  largest = Math.max(largest, i / x.length - j / y.length);
}
return largest;
//#endregion
