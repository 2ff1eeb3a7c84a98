// Misconception: The long window knows all that the short one knows.
// file: src/slo/burn-rate.ts
//#region solution 5.8 the first rule that both windows exceed
return rules.find(({ long, above }) => burnRate(counts(long), objective) > above);
//#endregion
