import { describe, expect, it } from "vitest";
import { Processes } from "./processes.ts";
import { MissingPeer } from "./runner.ts";
import type { Runner } from "./runner.ts";
import { runCases } from "./run-suite.ts";
import type { Case } from "./suite.ts";

const silent = { begin() {}, step() {}, end() {}, clear() {} };
const options = {
  processes: new Processes(),
  timeoutSeconds: 1,
  quick: true,
  seed: 1,
  progress: silent,
  rounds: 4,
};

interface Fake {
  readonly log?: string[];
  readonly failAt?: number;
  readonly closed?: string[];
}

/** Takes 1 s, says so to the log, fails at the given measurement (the first is the warm-up). */
function fake(name: string, { log = [], failAt, closed = [] }: Fake = {}): Runner {
  return {
    async start() {
      let call = 0;
      return {
        versions: { [name]: "1.0" },
        async measure() {
          call++;
          log.push(name);
          if (call === failAt) throw new Error(`${name} broke`);
          return { cpu: call, wall: 1 };
        },
        close: () => void closed.push(name),
      };
    },
  };
}

async function roundsOf(given: number | undefined, own: number | undefined) {
  const one = { name: "x", ours: { a: fake("a") }, peers: {}, rounds: own };
  const { cases } = await runCases([one], { ...options, rounds: given });
  return cases[0].ours.get("a")?.length;
}

describe("runCases", () => {
  it("runCases(cases) measures every contestant once a round, in shuffled orders", async () => {
    const log: string[] = [];
    const ours = { a: fake("a", { log }), b: fake("b", { log }) };
    const peers = { c: fake("c", { log }) };
    const result = await runCases([{ name: "x", ours, peers }], { ...options, rounds: 8 });
    expect(log.slice(0, 3)).toEqual(["a", "b", "c"]);
    const rounds = Array.from({ length: 8 }, (_, i) => log.slice(3 + 3 * i, 6 + 3 * i).join(""));
    expect(rounds.every((round) => round.split("").toSorted().join("") === "abc")).toBe(true);
    expect(new Set(rounds).size).toBeGreaterThan(2);
    const [{ ours: samples, shipped }] = result.cases;
    expect(samples.get("a")?.map(({ cpu }) => cpu)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shipped).toBe("a");
    expect(result.versions.get("c")).toEqual({ c: "1.0" });
  });

  it("runCases(cases) leaves out a contestant that fails, in that case only, and says so", async () => {
    const closed: string[] = [];
    const broken = fake("broken", { failAt: 3, closed });
    const good = fake("good", { closed });
    const cases: Case[] = [
      { name: "one", ours: { good }, peers: { broken } },
      { name: "two", ours: { good }, peers: { fine: fake("fine", { closed }) } },
    ];
    const { cases: results, failures } = await runCases(cases, options);
    expect(failures).toEqual([
      { runner: "broken", case: "one", ours: false, message: "broken broke" },
    ]);
    expect([...results[0].peers.keys()]).toEqual([]);
    expect(results[0].ours.get("good")).toHaveLength(4);
    expect([...results[1].peers.keys()]).toEqual(["fine"]);
    expect(closed.toSorted()).toEqual(["broken", "fine", "good", "good"]);
  });

  it("runCases(cases) lists a missing peer once, with how to get it", async () => {
    let asked = 0;
    const missing: Runner = {
      async start() {
        asked++;
        throw new MissingPeer("no numpy here", "pip install numpy");
      },
    };
    const one = { ours: { good: fake("good") }, peers: { numpy: missing } };
    const cases = [
      { name: "one", ...one },
      { name: "two", ...one },
    ];
    const result = await runCases(cases, options);
    expect([...result.missing]).toEqual([
      ["numpy", { why: "no numpy here", get: "pip install numpy" }],
    ]);
    expect(result.failures).toEqual([]);
    expect(asked).toBe(1);
  });

  it("runCases(cases) takes --rounds, else the case's own, else 3 when quick", async () => {
    expect(await roundsOf(5, 2)).toBe(5);
    expect(await roundsOf(undefined, 2)).toBe(2);
    expect(await roundsOf(undefined, undefined)).toBe(3);
  });
});
