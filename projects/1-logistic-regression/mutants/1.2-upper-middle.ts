// Misconception: the middle element is the median, whether the count is odd or even.
// file: src/data/imputer.ts
//#region solution 1.2 median of the numbers that are there
const sorted = column.filter((cell) => cell !== null).toSorted((a, b) => a - b);
return { fill: sorted[Math.floor(sorted.length / 2)], hasMissing: sorted.length < column.length };
//#endregion
