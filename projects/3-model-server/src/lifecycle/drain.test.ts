import { describe, expect, test } from "vitest";
import { drain } from "./drain.ts";

/** A server whose clock stands until it is asked to wait; `closing` ms pass until it is closed. */
function server({ closing }: { closing: number }) {
  const events: string[] = [];
  let now = 0;
  const timers: { at: number; done: () => void }[] = [];
  const after = (ms: number) =>
    new Promise<void>((resolve) => timers.push({ at: now + ms, done: resolve }));
  const turn = async () => {
    for (let idle = 0; idle < 5;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = timers.sort((a, b) => a.at - b.at).shift();
      if (!next) {
        idle += 1;
        continue;
      }
      now = next.at;
      next.done();
    }
  };
  return {
    events,
    turn,
    stopBeingReady: () => void events.push(`not ready at ${now}`),
    close: async () => {
      events.push(`closing at ${now}`);
      await after(closing);
      events.push(`closed at ${now}`);
    },
    wait: after,
  };
}

describe("3.12 drain", () => {
  test("stops being ready at once, answers for the delay, then closes", async () => {
    const target = server({ closing: 20 });
    const ended = drain(target, 500, 1000);
    const atOnce = [...target.events];
    const [code] = await Promise.all([ended, target.turn()]);
    expect(code).toBe(0);
    expect(atOnce).toEqual(["not ready at 0"]);
    expect(target.events).toEqual(["not ready at 0", "closing at 500", "closed at 520"]);
  });

  test("gives up after the limit, which begins with closing", async () => {
    const target = server({ closing: 5000 });
    const [code] = await Promise.all([drain(target, 500, 1000), target.turn()]);
    expect(code).toBe(1);
  });

  test("has the whole limit although the delay was longer", async () => {
    const target = server({ closing: 900 });
    const [code] = await Promise.all([drain(target, 5000, 1000), target.turn()]);
    expect(code).toBe(0);
  });

  test("tells when closing fails", async () => {
    const broken = {
      stopBeingReady() {},
      wait: async () => {},
      close: () => Promise.reject(new Error("cannot close")),
    };
    await expect(
      drain({ ...broken, wait: () => new Promise((r) => setTimeout(r, 20)) }, 0, 1000),
    ).rejects.toThrow("cannot close");
  });
});
