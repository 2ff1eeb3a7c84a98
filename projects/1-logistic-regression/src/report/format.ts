import type { BootstrapInterval } from "@ml-roadmap/metrics";

/** 0.8324 as "83.2%". */
export function percentOf(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

/** A number with its 95% interval: "0.832 (0.777 to 0.883)". */
export function withInterval({ estimate, low, high }: BootstrapInterval): string {
  return `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** A p value as people write it: three digits, or "below 0.001". */
export function pValueOf(p: number): string {
  return p < 0.001 ? "below 0.001" : p.toFixed(3);
}

/** A C or another strength, without a long tail of digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
