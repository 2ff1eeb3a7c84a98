// Misconception: a missing text is a text like any other when counting.
// file: src/data/imputer.ts
//#region solution 1.2 most frequent of the texts that are there
const counts = new Map<string, number>();
for (const cell of column) counts.set(cell ?? "", (counts.get(cell ?? "") ?? 0) + 1);
const [[fill]] = [...counts].sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1));
return { fill, hasMissing: column.includes(null) };
//#endregion
