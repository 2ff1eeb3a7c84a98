// Misconception: categories may stand in the order in which the file has them.
// file: src/data/one-hot.ts
//#region solution 1.3 the categories that occur
return [...new Set(column)];
//#endregion
