// Misconception: Keeping the order means stopping at the first that cannot come along.
// file: src/batching/take-batch.ts
//#region solution 3.6 which waiting requests go together
const late = queue.filter(({ deadline }) => deadline < now);
const waiting = queue.filter(({ deadline }) => deadline >= now);
let [count, rows] = [0, 0];
while (count < waiting.length) {
  const next = waiting[count];
  if (next.key !== waiting[0].key || (count > 0 && rows + next.rows > maxRows)) break;
  rows += next.rows;
  count += 1;
}
return { batch: waiting.slice(0, count), late, rest: waiting.slice(count) };
//#endregion
