import type { Score } from "../evaluation/score.ts";

/** 0.8324 as "83.2%". */
export function percentOf(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

const shares = new Set(["accuracy", "exact match"]);

/** A score as people write it: shares in percent, the rest with three decimals. */
export function scoreText(name: string, value: number): string {
  return shares.has(name) ? percentOf(value) : value.toFixed(3);
}

/** "82.3% to 86.1%", or a dash. */
export function intervalText({ name, low, high }: Pick<Score, "name" | "low" | "high">): string {
  return low === undefined || high === undefined
    ? "\u2013"
    : `${scoreText(name, low)} to ${scoreText(name, high)}`;
}

/** A p value: three digits, or "below 0.001". */
export function pValueText(p: number): string {
  return p < 0.001 ? "below 0.001" : p.toFixed(3);
}

/** "41 s", "2 min 5 s", "1 h 20 min". */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
