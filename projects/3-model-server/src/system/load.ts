import { Agent, request } from "node:http";

/** What is sent, over and over. */
export interface Shot {
  path: string;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What a load came to. */
export interface LoadResult {
  statuses: Record<string, number>;
  /** Milliseconds of the requests answered with 200, sorted. */
  latencies: number[];
  seconds: number;
}

/** 784 pixels as JSON. */
export const pixelsShot: Shot = {
  path: "/v1/digits",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ pixels: Array.from({ length: 784 }, (_, i) => (i % 5 ? 0 : 255)) }),
};

/** A picture for `POST /v1/digits`. */
export const pictureShot = (png: Buffer): Shot => ({
  path: "/v1/digits",
  headers: { "content-type": "image/png" },
  body: png,
});

/** One request; the status, or what went wrong. */
export function fire(url: string, agent: Agent, { path, headers, body }: Shot): Promise<string> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body));
    const options = { method: "POST", headers: { ...headers, "content-length": length }, agent };
    const call = request(url + path, options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
      answer.on("error", (error) => resolve(error.message));
    });
    call.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    call.end(body);
  });
}

/** Counts answers and times the good ones. */
class Tally {
  readonly statuses: Record<string, number> = {};
  readonly latencies: number[] = [];
  readonly #began = performance.now();

  async take(answer: Promise<string>): Promise<void> {
    const sent = performance.now();
    const status = await answer;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status === "200") this.latencies.push(performance.now() - sent);
  }

  result(): LoadResult {
    this.latencies.sort((a, b) => a - b);
    const seconds = (performance.now() - this.#began) / 1000;
    return { statuses: this.statuses, latencies: this.latencies, seconds };
  }
}

/** Requests from `connections` at once, each after the answer to the one before, until `done` says so. */
export async function load(
  url: string,
  connections: number,
  done: () => boolean,
  shot = pixelsShot,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  const one = async () => {
    while (!done()) await tally.take(fire(url, agent, shot));
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return tally.result();
}

export interface Pace {
  /** Requests a second, whether or not earlier ones are answered. */
  rate: number;
  seconds: number;
  /** The most that are out at once; what is due then goes as soon as one is answered. */
  connections: number;
  shot?: Shot;
  /** Called about once a second. */
  onSecond?: () => void;
}

/** Requests at an even pace. */
export async function pacedLoad(url: string, pace: Pace): Promise<LoadResult> {
  const { rate, seconds, connections, shot = pixelsShot, onSecond } = pace;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  const out = new Set<Promise<void>>();
  const began = performance.now();
  let [sent, told] = [0, 0];
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed >= seconds) break;
    for (const due = Math.floor(elapsed * rate); sent < due && out.size < connections; sent++) {
      const one = tally.take(fire(url, agent, shot)).finally(() => out.delete(one));
      out.add(one);
    }
    if (elapsed > told + 1) {
      told = elapsed;
      onSecond?.();
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(out);
  agent.destroy();
  return tally.result();
}

export const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** Answers a second. */
export const rateOf = ({ statuses, seconds }: LoadResult): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0) / seconds;
