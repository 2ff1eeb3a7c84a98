// Misconception: At the threshold is above it.
// file: src/slo/burn-rate.ts
//#region solution 5.8 the first rule that both windows exceed
return rules.find(({ long, short, above }) =>
  [long, short].every((minutes) => burnRate(counts(minutes), objective) >= above),
);
//#endregion
