// Misconception: A metric that says nothing is at zero.
// file: src/delivery/desired-replicas.ts
//#region solution 5.11 the highest wish
const { minReplicas, maxReplicas, tolerance } = policy;
const wishes = metrics.map(({ value = 0, target }) => {
  const ratio = value / target;
  return Math.abs(ratio - 1) <= tolerance ? current : Math.ceil(current * ratio);
});
const wish = wishes.length === 0 ? current : Math.max(...wishes);
return Math.min(maxReplicas, Math.max(minReplicas, wish));
//#endregion
