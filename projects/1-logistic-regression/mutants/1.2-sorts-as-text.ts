// Misconception: sort() without a comparison puts numbers in order.
// file: src/data/imputer.ts
//#region solution 1.2 median of the numbers that are there
const sorted = column.filter((cell) => cell !== null).toSorted();
const middle = Math.floor(sorted.length / 2);
const isOdd = sorted.length % 2 === 1;
const median = isOdd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
return { fill: median, hasMissing: sorted.length < column.length };
//#endregion
