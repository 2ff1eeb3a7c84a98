import { drawDigit } from "../test-support/drawings.ts";
import {
  load,
  pacedLoad,
  pictureShot,
  pixelsShot,
  quantile,
  rateOf,
  type LoadResult,
  type Shot,
} from "./load.ts";

/** Requests that may be out at once in a soak, as behind a load balancer's pool of connections. */
const SOAK_CONNECTIONS = 64;

/** How a server holds out. */
export interface Soak {
  /** Requests a second that it can answer. */
  capacity: number;
  result: LoadResult;
  /** Resident bytes, about one a second. */
  memory: number[];
}

/** Requests a second that a server answers when as many come as it can take. */
async function capacityOf(
  url: string,
  seconds: number,
  connections: number,
  shot?: Shot,
): Promise<number> {
  const until = performance.now() + 1000 * seconds;
  return rateOf(await load(url, connections, () => performance.now() > until, shot));
}

/** 80% of what a server can take, for long. */
export async function soak(
  url: string,
  seconds: number,
  residentBytes: () => number,
  shot = pixelsShot,
): Promise<Soak> {
  await capacityOf(url, Math.min(20, seconds), 16, shot);
  const capacity = await capacityOf(url, Math.min(10, seconds), 16, shot);
  const memory: number[] = [];
  const result = await pacedLoad(url, {
    rate: 0.8 * capacity,
    seconds,
    connections: SOAK_CONNECTIONS,
    shot,
    onSecond: () => memory.push(residentBytes()),
  });
  return { capacity, result, memory };
}

/** Mean memory in the first and in the last fifth of a soak, in bytes. */
export function firstAndLast(memory: readonly number[]): [number, number] {
  const count = Math.max(1, Math.floor(memory.length / 5));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return [mean(memory.slice(0, count)), mean(memory.slice(-count))];
}

export interface Overload {
  capacity: number;
  unloadedP99: number;
  /** Requests a second that really went out. */
  offered: number;
  result: LoadResult;
  acceptedP99: number;
}

/**
 * Three times the pictures that a server can take. Pictures, because they cost the server far more than the
 * one that sends them, who could not keep up otherwise.
 */
export async function overload(url: string, seconds: number): Promise<Overload> {
  const shot = pictureShot(await drawDigit(3));
  await capacityOf(url, seconds, 4, shot);
  const capacity = await capacityOf(url, seconds, 4, shot);
  const calm = await pacedLoad(url, { rate: capacity / 5, seconds, connections: 64, shot });
  const result = await pacedLoad(url, { rate: 3 * capacity, seconds, connections: 512, shot });
  return {
    capacity,
    unloadedP99: quantile(calm.latencies, 0.99),
    offered: rateOf(result),
    result,
    acceptedP99: quantile(result.latencies, 0.99),
  };
}
