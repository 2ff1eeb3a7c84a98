/** Requests a second at each second of a scenario. */
export interface Traffic {
  readonly name: string;
  readonly says: string;
  readonly requestsPerSecond: Float64Array;
}

/** mulberry32: numbers in [0, 1) that are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A course over time, with the unrest that independent requests have: variance equal to the mean (Poisson). */
function traffic(
  name: string,
  says: string,
  minutes: number,
  at: (minute: number) => number,
): Traffic {
  const next = random(name.length * 7919 + minutes);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const requestsPerSecond = Float64Array.from({ length: minutes * 60 }, (_, second) => {
    const mean = at(second / 60);
    return Math.max(0, mean + Math.sqrt(mean) * normal());
  });
  return { name, says, requestsPerSecond };
}

/** Share of a day's busiest hour in each hour, of a service that people use by day. */
const day = [
  0.18, 0.13, 0.1, 0.09, 0.1, 0.15, 0.27, 0.45, 0.68, 0.85, 0.94, 0.97, 0.93, 0.95, 1, 0.98, 0.93,
  0.86, 0.8, 0.76, 0.68, 0.54, 0.38, 0.26,
];

function hourly(minute: number): number {
  const hour = minute / 60;
  const [from, to] = [Math.floor(hour) % 24, (Math.floor(hour) + 1) % 24];
  const part = hour - Math.floor(hour);
  return day[from] * (1 - part) + day[to] * part;
}

/** Made, not recorded: nobody uses the service yet. The shapes are those that autoscalers are usually tried with. */
export const scenarios: readonly Traffic[] = [
  traffic("step", "100 requests/s, from minute 10 on 200", 60, (minute) =>
    minute < 10 ? 100 : 200,
  ),
  traffic("ramp", "from 50 to 1,000 requests/s in an hour", 75, (minute) =>
    Math.min(1000, 50 + (950 * minute) / 60),
  ),
  traffic("spike", "100 requests/s, for ten minutes 250", 60, (minute) =>
    minute >= 20 && minute < 30 ? 250 : 100,
  ),
  traffic(
    "day",
    "a day with 800 requests/s at its busiest",
    24 * 60,
    (minute) => 800 * hourly(minute),
  ),
  traffic("flood", "100 requests/s, at minute 20 at once 1,000 for ten minutes", 60, (minute) =>
    minute >= 20 && minute < 30 ? 1000 : 100,
  ),
];
