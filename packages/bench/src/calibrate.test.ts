import { expect, it } from "vitest";
import { calibrate } from "./calibrate.ts";
import type { Session } from "./runner.ts";

function taking(secondsOf: (batch: number) => number) {
  const repeats: number[] = [];
  const session: Session = {
    async measure(repeat) {
      repeats.push(repeat);
      const seconds = secondsOf(repeats.length);
      return { cpu: seconds, wall: seconds };
    },
    close() {},
  };
  return { session, repeats };
}

it("calibrate(session, seconds) runs a slow one once", async () => {
  const { session, repeats } = taking(() => 2);
  expect(await calibrate(session, 0.1)).toBe(1);
  expect(repeats).toEqual([1]);
});

it("calibrate(session, seconds) finds a batch that fills the time", async () => {
  const { session } = taking(() => 1e-6);
  const repeat = await calibrate(session, 0.1);
  expect(repeat * 1e-6).toBeGreaterThanOrEqual(0.1);
  expect(repeat * 1e-6).toBeLessThan(0.2);
});

it("calibrate(session, seconds) is not fooled by a slow first run", async () => {
  const { session } = taking((batch) => (batch === 1 ? 0.09 : 1e-4));
  expect(await calibrate(session, 0.1)).toBeGreaterThanOrEqual(1000);
});

it("calibrate(session, seconds, repeat) warms up with the fixed number", async () => {
  const { session, repeats } = taking(() => 1e-9);
  expect(await calibrate(session, 0.1, 7)).toBe(7);
  expect(repeats).toEqual([7]);
});

it("calibrate(session, seconds) ends when the clock does not move", async () => {
  const { session, repeats } = taking(() => 0);
  await calibrate(session, 0.1);
  expect(repeats.length).toBeLessThan(10);
});
