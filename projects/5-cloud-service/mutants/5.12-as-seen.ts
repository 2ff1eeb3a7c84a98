// Misconception: The share of failures is what was seen.
// file: src/delivery/judge-load.ts
//#region solution 5.12 enough, and all of it good
const { milliseconds, failures } = result;
const requests = milliseconds.length + failures;
const most = requests === 0 ? 1 : failures / requests;
const all = [...milliseconds, ...Array<number>(failures).fill(Infinity)];
const p99 = all.toSorted((a, b) => a - b)[Math.ceil(0.99 * requests) - 1] ?? Infinity;
void wilsonInterval;
return [
  { name: "requests", passes: requests >= limits.leastRequests, detail: String(requests) },
  { name: "failures", passes: most <= limits.failureShare, detail: String(most) },
  { name: "p99", passes: p99 <= limits.p99Milliseconds, detail: String(p99) },
];
//#endregion
