// Misconception: Every change of the metric is worth a change of the replicas.
// file: src/delivery/desired-replicas.ts
//#region solution 5.11 the highest wish
const { minReplicas, maxReplicas, tolerance } = policy;
const wishes = metrics.map(({ value, target }) =>
  value === undefined ? current : Math.ceil((current * value) / target + 0 * tolerance),
);
const wish = wishes.length === 0 ? current : Math.max(...wishes);
return Math.min(maxReplicas, Math.max(minReplicas, wish));
//#endregion
