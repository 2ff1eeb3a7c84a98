// Misconception: The metrics should meet in the middle.
// file: src/delivery/desired-replicas.ts
//#region solution 5.11 the highest wish
const { minReplicas, maxReplicas, tolerance } = policy;
const wishes = metrics.map(({ value, target }) => {
  if (value === undefined) return current;
  const ratio = value / target;
  return Math.abs(ratio - 1) <= tolerance ? current : Math.ceil(current * ratio);
});
const sum = wishes.reduce((total, wish) => total + wish, 0);
const wish = wishes.length === 0 ? current : Math.ceil(sum / wishes.length);
return Math.min(maxReplicas, Math.max(minReplicas, wish));
//#endregion
