// Misconception: A failed request has no latency.
// file: src/delivery/judge-load.ts
//#region solution 5.12 enough, and all of it good
const { milliseconds, failures } = result;
const requests = milliseconds.length + failures;
const { high: most } = requests === 0 ? { high: 1 } : wilsonInterval(failures, requests);
const sorted = milliseconds.toSorted((a, b) => a - b);
const p99 = sorted[Math.ceil(0.99 * sorted.length) - 1] ?? Infinity;
return [
  { name: "requests", passes: requests >= limits.leastRequests, detail: String(requests) },
  { name: "failures", passes: most <= limits.failureShare, detail: String(most) },
  { name: "p99", passes: p99 <= limits.p99Milliseconds, detail: String(p99) },
];
//#endregion
