// Misconception: Filling a batch with whatever fits makes the best use of it.
// file: src/batching/take-batch.ts
//#region solution 3.6 which waiting requests go together
const late = queue.filter(({ deadline }) => deadline < now);
const waiting = queue.filter(({ deadline }) => deadline >= now);
const batch: Q[] = [];
const rest: Q[] = [];
let rows = 0;
for (const next of waiting) {
  if (next.key === waiting[0].key && (batch.length === 0 || rows + next.rows <= maxRows)) {
    batch.push(next);
    rows += next.rows;
  } else rest.push(next);
}
return { batch, late, rest };
//#endregion
