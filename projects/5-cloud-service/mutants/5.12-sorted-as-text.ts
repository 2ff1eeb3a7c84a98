// Misconception: Sorting is sorting.
// file: src/delivery/judge-load.ts
//#region solution 5.12 enough, and all of it good
const { milliseconds, failures } = result;
const requests = milliseconds.length + failures;
const { high: most } = requests === 0 ? { high: 1 } : wilsonInterval(failures, requests);
const all = [...milliseconds, ...Array<number>(failures).fill(Infinity)].map(String);
const p99 = Number(all.toSorted()[Math.ceil(0.99 * requests) - 1] ?? Infinity);
return [
  { name: "requests", passes: requests >= limits.leastRequests, detail: String(requests) },
  { name: "failures", passes: most <= limits.failureShare, detail: String(most) },
  { name: "p99", passes: p99 <= limits.p99Milliseconds, detail: String(p99) },
];
//#endregion
