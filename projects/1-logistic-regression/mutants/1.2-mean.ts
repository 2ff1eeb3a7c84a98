// Misconception: the mean is as typical a value as the median.
// file: src/data/imputer.ts
//#region solution 1.2 median of the numbers that are there
const present = column.filter((cell) => cell !== null);
const sum = present.reduce((total, cell) => total + cell, 0);
return { fill: sum / present.length, hasMissing: present.length < column.length };
//#endregion
