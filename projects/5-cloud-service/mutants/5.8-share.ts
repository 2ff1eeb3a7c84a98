// Misconception: The burn rate is the share that fails.
// file: src/slo/burn-rate.ts
//#region solution 5.8 how fast the error budget is spent
return total === 0 || objective < 0 ? 0 : failed / total;
//#endregion
