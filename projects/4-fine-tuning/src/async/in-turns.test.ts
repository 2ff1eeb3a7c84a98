import { expect, test } from "vitest";
import { inTurns } from "./in-turns.ts";

/** That many steps of 5 ms each, and then "done". */
function* slowSteps(count: number) {
  for (let step = 1; step <= count; step += 1) {
    const end = performance.now() + 5;
    while (performance.now() < end);
    yield step;
  }
  return "done";
}

test("inTurns(steps) tells each step, gives what the last one gave, and lets timers run in between", async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const told: number[] = [];
  expect(await inTurns(slowSteps(60), { onStep: (step) => told.push(step) })).toBe("done");
  clearInterval(timer);
  expect(told).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  expect(ticks).toBeGreaterThan(1);
});

test("inTurns(steps, { signal }) stops soon after the signal, and does nothing after one", async () => {
  const { signal, abort } = stoppable();
  setTimeout(abort, 1);
  let made = 0;
  const onStep = () => (made += 1);
  await expect(inTurns(slowSteps(10_000), { onStep, signal })).rejects.toThrow("stopped");
  expect(made).toBeLessThan(100);
  made = 0;
  await expect(inTurns(slowSteps(2), { onStep, signal })).rejects.toThrow("stopped");
  expect(made).toBe(0);
});

function stoppable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(new Error("stopped")) };
}
