import { setInterval } from "node:timers/promises";

// A load generator: `load URL RATE` sends RATE requests a second until it is stopped, and says every ten
// seconds how many were answered and how.
const [url = "http://127.0.0.1:8080", rate = "50"] = process.argv.slice(2);
const body = JSON.stringify({ pixels: Array.from({ length: 784 }, (_, i) => (i % 5 ? 0 : 255)) });
const counts = new Map<string, number>();

const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

async function send(): Promise<void> {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(new URL("/v1/digits", url), { method: "POST", headers, body });
    await answer.arrayBuffer();
    count(String(answer.status));
  } catch {
    count("no answer");
  }
}

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
let sent = 0;
for await (const _ of setInterval(1000 / Number(rate))) {
  void send();
  sent += 1;
  if (sent % (10 * Number(rate)) === 0) console.log(JSON.stringify(Object.fromEntries(counts)));
}
