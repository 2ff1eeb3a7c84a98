// Misconception: An alarm should ring when either window says so.
// file: src/slo/burn-rate.ts
//#region solution 5.8 the first rule that both windows exceed
return rules.find(({ long, short, above }) =>
  [long, short].some((minutes) => burnRate(counts(minutes), objective) > above),
);
//#endregion
