// Misconception: What does not fit can wait.
// file: src/batching/take-batch.ts
//#region solution 3.6 which waiting requests go together
const [batch, late, rest]: [Q[], Q[], Q[]] = [[], [], []];
let [rows, full] = [0, false];
for (const next of queue) {
  if (next.deadline < now) {
    late.push(next);
    continue;
  }
  const joins = batch.length === 0 || next.key === batch[0].key;
  if (joins && rows + next.rows > maxRows) full = true;
  if (joins && !full) {
    batch.push(next);
    rows += next.rows;
  } else rest.push(next);
}
return { batch, late, rest };
//#endregion
