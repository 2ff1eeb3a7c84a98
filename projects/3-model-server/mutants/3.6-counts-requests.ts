// Misconception: A request is a row.
// file: src/batching/take-batch.ts
//#region solution 3.6 which waiting requests go together
const late = queue.filter(({ deadline }) => deadline < now);
const waiting = queue.filter(({ deadline }) => deadline >= now);
let count = 0;
while (count < waiting.length && count < maxRows && waiting[count].key === waiting[0].key) count++;
return { batch: waiting.slice(0, count), late, rest: waiting.slice(count) };
//#endregion
