// Misconception: Nothing out of nothing needs no care.
// file: src/slo/burn-rate.ts
//#region solution 5.8 how fast the error budget is spent
return failed / total / (1 - objective);
//#endregion
