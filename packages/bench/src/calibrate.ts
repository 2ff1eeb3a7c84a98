import type { Session } from "./runner.ts";

/**
 * Warms a contestant up and finds how many runs fill `seconds` of wall time, so that a measurement is
 * long against the clock's steps. A slow one runs once here; a fast one a few batches, enough for a
 * just-in-time compiler.
 */
export async function calibrate(session: Session, seconds: number, fixed?: number) {
  let repeat = fixed ?? 1;
  for (let batch = 0; batch < 6; batch++) {
    const { wall } = await session.measure(repeat);
    if (fixed !== undefined || wall * repeat >= seconds) return repeat;
    // A first run is often slow: grow in steps, measuring again after each.
    const wanted = wall > 0 ? Math.ceil((seconds / wall) * 1.1) : repeat * 100;
    repeat = Math.max(repeat + 1, Math.min(wanted, repeat * 100));
  }
  return repeat;
}
