// Misconception: A request is a row.
// file: src/batching/take-batch.ts
//#region solution 3.6 which waiting requests go together
const late = queue.filter(({ deadline }) => deadline < now);
const waiting = queue.filter(({ deadline }) => deadline >= now);
const batch = waiting.filter(({ key }) => key === waiting[0].key).slice(0, maxRows);
return { batch, late, rest: waiting.filter((item) => !batch.includes(item)) };
//#endregion
