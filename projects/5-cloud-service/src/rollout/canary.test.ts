import { describe, expect, test } from "vitest";
import { runCanary } from "./canary.ts";

/** A canary whose alarms are those of a list, one look after the other; an Error is thrown. */
async function canary(
  looks: (string[] | Error)[],
  signal?: AbortSignal,
  answersALook: number | Error = 1,
) {
  const shares: number[] = [];
  let [waited, answers] = [0, 1000];
  const result = await runCanary({
    setShare: async (share) => void shares.push(share),
    firing: async () => {
      const look = looks.shift() ?? [];
      if (look instanceof Error) throw look;
      if (!(answersALook instanceof Error)) answers += answersALook;
      return look;
    },
    answered: async () => {
      if (answersALook instanceof Error && waited > 0) throw answersALook;
      return answers;
    },
    least: 6,
    wait: async (ms) => {
      waited += ms;
    },
    share: 0.1,
    bake: 100,
    interval: 10,
    ...(signal && { signal }),
  });
  return { ...result, shares, waited };
}

describe("runCanary", () => {
  test("watches for the whole time and leaves the share when all is well", async () => {
    expect(await canary([])).toEqual({ outcome: "good", reasons: [], shares: [0.1], waited: 100 });
  });

  test("takes the share back at the first alarm", async () => {
    const { outcome, shares, waited, reasons } = await canary([[], [], [], ["CanaryFails"]]);
    expect({ outcome, shares, waited, reasons }).toEqual({
      outcome: "withdrawn",
      shares: [0.1, 0],
      waited: 30,
      reasons: ["CanaryFails"],
    });
  });

  test("does not begin while an alarm fires", async () => {
    expect((await canary([["CanaryFails"]])).shares).toEqual([0]);
  });

  test("goes on when the alarms could not be read once, and gives up when it stays blind", async () => {
    const blind = new Error("ECONNREFUSED");
    expect((await canary([[], blind, blind, [], blind])).outcome).toBe("good");
    const { outcome, shares } = await canary([[], blind, blind, blind]);
    expect({ outcome, shares }).toEqual({ outcome: "withdrawn", shares: [0.1, 0] });
  });

  test("is not good when it was asked too little, whatever it answered before", async () => {
    const { outcome, shares, reasons } = await canary([], undefined, 0.5);
    expect({ outcome, shares, reasons }).toEqual({
      outcome: "withdrawn",
      shares: [0.1, 0],
      reasons: ["it answered 5 requests, of at least 6"],
    });
  });

  test("takes the share back when its answers cannot be counted", async () => {
    const { outcome, shares } = await canary([], undefined, new Error("no answer"));
    expect({ outcome, shares }).toEqual({ outcome: "withdrawn", shares: [0.1, 0] });
  });

  test("takes the share back when the watch is broken off", async () => {
    const { outcome, shares, waited } = await canary([], AbortSignal.abort());
    expect({ outcome, shares, waited }).toEqual({
      outcome: "withdrawn",
      shares: [0.1, 0],
      waited: 10,
    });
  });
});
