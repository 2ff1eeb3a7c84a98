// Misconception: the candidate with the lowest mean loss is the one to take.
// file: src/selection/one-standard-error.ts
//#region solution 1.13 one-standard-error rule
const means = path.map(({ losses }) => mean(losses));
return means.indexOf(Math.min(...means));
//#endregion
