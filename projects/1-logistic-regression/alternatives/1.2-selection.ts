// Alternative: the median by counting, without sorting a copy.
// file: src/data/imputer.ts
//#region solution 1.2 median of the numbers that are there
const present = column.filter((cell) => cell !== null);
const ranked = (rank: number) =>
  present.find((candidate) => {
    const below = present.filter((cell) => cell < candidate).length;
    const upTo = present.filter((cell) => cell <= candidate).length;
    return below <= rank && rank < upTo;
  })!;
const half = present.length / 2;
const low = ranked(Math.ceil(half) - 1);
const high = ranked(Math.floor(half));
return { fill: (low + high) / 2, hasMissing: present.length !== column.length };
//#endregion
