// Misconception: The total says how good a model is.
// file: src/gate/decide.ts
//#region solution 5.6 every check of a challenger
const checks: Check[] = [];
const check = (name: string, passes: boolean) => checks.push({ name, passes, detail: percent(0) });
const { truth, slices } = set;
const own = accuracy(truth, challenger.predictions);
if (champion) {
  const theirs = accuracy(truth, champion.predictions);
  const { pValue } = mcnemar(truth, challenger.predictions, champion.predictions);
  check("accuracy", own >= theirs || (theirs - own <= limits.maxDrop && pValue >= limits.alpha));
} else check("accuracy", true);
for (const slice of new Set(slices)) {
  const rows = [...slices.keys()].filter((i) => slices[i] === slice);
  if (rows.length < limits.sliceSize || own >= limits.sliceFloor) continue;
  const right = rows.filter((i) => challenger.predictions[i] === truth[i]).length / rows.length;
  check(`slice ${slice}`, right >= limits.sliceFloor);
}
const most = limits.maxSlowdown * (champion?.milliseconds ?? Infinity);
check("speed", challenger.milliseconds <= most);
check("size", challenger.bytes <= limits.maxBytes);
return checks;
//#endregion
