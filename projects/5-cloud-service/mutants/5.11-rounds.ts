// Misconception: The nearest whole number of replicas will do.
// file: src/delivery/desired-replicas.ts
//#region solution 5.11 the highest wish
const { minReplicas, maxReplicas, tolerance } = policy;
const wishes = metrics.map(({ value, target }) => {
  if (value === undefined) return current;
  const ratio = value / target;
  return Math.abs(ratio - 1) <= tolerance ? current : Math.round(current * ratio);
});
const wish = wishes.length === 0 ? current : Math.max(...wishes);
return Math.min(maxReplicas, Math.max(minReplicas, wish));
//#endregion
