// Misconception: What fails is compared with what should succeed.
// file: src/slo/burn-rate.ts
//#region solution 5.8 how fast the error budget is spent
return total === 0 ? 0 : failed / total / objective;
//#endregion
