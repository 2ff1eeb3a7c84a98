import { describe, expect, it } from "vitest";
import { inProcess } from "./in-process.ts";
import { Processes } from "./processes.ts";

const context = { processes: new Processes(), timeoutSeconds: 1, quick: false };
const spin = (seconds: number) => {
  const end = performance.now() + seconds * 1e3;
  while (performance.now() < end);
};

describe("inProcess", () => {
  it("inProcess(prepare) prepares once and times each run in processor and wall time", async () => {
    const calls = { prepare: 0, run: 0 };
    const session = await inProcess(() => {
      calls.prepare++;
      return () => {
        calls.run++;
        spin(0.01);
      };
    }).start(context);
    const { cpu, wall } = await session.measure(5);
    expect(calls).toEqual({ prepare: 1, run: 5 });
    expect(wall).toBeGreaterThanOrEqual(0.01);
    expect(cpu).toBeGreaterThan(0);
  });

  it("inProcess(prepare) waits for a run that is async; sleep is wall time, not processor time", async () => {
    const session = await inProcess(
      () => () => new Promise((resolve) => setTimeout(resolve, 100)),
    ).start(context);
    const { cpu, wall } = await session.measure(2);
    expect(wall).toBeGreaterThan(0.09);
    expect(cpu).toBeLessThan(wall);
  });

  it("inProcess(prepare) hands on what the runner reports and closes it", async () => {
    let closed = false;
    const session = await inProcess(async () => ({
      run: () => 1,
      report: () => ({ accuracy: 0.82 }),
      close: () => void (closed = true),
      versions: { tfjs: "4.22.0" },
    })).start(context);
    expect(await session.measure(1)).toMatchObject({ accuracy: 0.82 });
    expect(session.versions).toEqual({ tfjs: "4.22.0" });
    await session.close();
    expect(closed).toBe(true);
  });

  it("inProcess(prepare) takes a package that is not installed as a missing peer", async () => {
    const name = "no-such-package";
    const start = (get?: string) => inProcess(() => import(name), { get }).start(context);
    await expect(start()).rejects.toMatchObject({
      name: "MissingPeer",
      get: `npm install ${name}`,
    });
    await expect(start("ask")).rejects.toMatchObject({ name: "MissingPeer", get: "ask" });
  });

  it("inProcess(prepare) passes on any other error", async () => {
    const broken = inProcess(() => {
      throw new RangeError("too big");
    });
    await expect(broken.start(context)).rejects.toThrow("too big");
  });
});
