// Misconception: a missing number counts as 0.
// file: src/data/imputer.ts
//#region solution 1.2 median of the numbers that are there
const sorted = column.map((cell) => cell ?? 0).toSorted((a, b) => a - b);
const middle = Math.floor(sorted.length / 2);
const isOdd = sorted.length % 2 === 1;
const median = isOdd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
return { fill: median, hasMissing: column.includes(null) };
//#endregion
