// Misconception: Equal values can be stepped over one at a time.
// file: src/drift/distance.ts
//#region solution 5.5 the largest distance of two distribution functions
const [x, y] = [a.toSorted((p, q) => p - q), b.toSorted((p, q) => p - q)];
let [i, j, largest] = [0, 0, 0];
while (i < x.length && j < y.length) {
  if (x[i] <= y[j]) i++;
  else j++;
  largest = Math.max(largest, Math.abs(i / x.length - j / y.length));
}
return largest;
//#endregion
