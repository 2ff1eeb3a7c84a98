import { describe, expect, it } from "vitest";
import { toJson } from "./json.ts";
import { markdown } from "./markdown.ts";
import { cpuTime, reported, wallTime } from "./measure.ts";
import { rowsOf, summaryRows } from "./rows.ts";
import type { CaseResult } from "./run-suite.ts";

const cpu = (...seconds: number[]) => seconds.map((cpu) => ({ cpu, wall: 2 * cpu }));
const result = (name: string, ours: number[], numpy: number[]): CaseResult => ({
  name,
  measures: [cpuTime("ms")],
  shipped: "ours",
  ours: new Map([["ours", cpu(...ours)]]),
  peers: new Map([["numpy", cpu(...numpy)]]),
});
const machine = { node: "20.19.0", cpu: "A | B", cores: 2, system: "linux 6" };
const nothing = { failures: [], missing: new Map(), versions: new Map() };

describe("rowsOf", () => {
  it("rowsOf(results) takes the ratio round by round, not of the medians", () => {
    // The machine was ten times slower in the second round: that cancels within the round.
    const [row] = rowsOf([result("x", [1, 10, 2], [2, 30, 2])]);
    expect(row.ours).toEqual({ ours: 2000 });
    expect(row.peers).toEqual({ numpy: 2000 });
    expect(row.ratios).toEqual({ ours: { numpy: { value: 2, range: [1.5, 2.5] } } });
  });

  it("rowsOf(results) counts more as better where the measure says so", () => {
    const measure = reported("rate", { unit: "1/s", better: "higher" });
    const [row] = rowsOf([
      {
        ...result("x", [1], [1]),
        measures: [measure],
        ours: new Map([["ours", [{ cpu: 1, wall: 1, rate: 300 }]]]),
        peers: new Map([["numpy", [{ cpu: 1, wall: 1, rate: 100 }]]]),
      },
    ]);
    expect(row).toMatchObject({ unit: "1/s", better: "higher", ours: { ours: 300 } });
    expect(row.ratios["ours"]["numpy"].value).toBe(3);
  });

  it("rowsOf(results) gives a row for each measure and names it", () => {
    const both = { ...result("x", [1], [2]), measures: [cpuTime("us"), wallTime("s")] };
    const rows = rowsOf([both]);
    expect(rows.map((row) => [row.case, row.unit, row.ours["ours"]])).toEqual([
      ["x, CPU time", "us CPU", 1e6],
      ["x, wall time", "s", 2],
    ]);
  });

  it("rowsOf(results) gives no ratio where a time is zero and no figure where one is missing", () => {
    expect(rowsOf([result("x", [0, 0], [1, 1])])[0].ratios).toEqual({ ours: {} });
    const unreported = reported("rss", { unit: "MB", better: "lower" });
    const [row] = rowsOf([{ ...result("x", [1], [1]), measures: [unreported] }]);
    expect(row).toMatchObject({ ours: {}, peers: {}, ratios: { ours: {} } });
  });
});

describe("summaryRows", () => {
  it("summaryRows(rows) gives the geometric means of rows that share a unit", () => {
    const rows = rowsOf([result("x", [1], [2]), result("y", [4], [32])]);
    const [mean, ...rest] = summaryRows(rows);
    expect(rest).toEqual([]);
    expect(mean.case).toBe("geometric mean");
    expect(mean.ours["ours"]).toBeCloseTo(2000, 9);
    expect(mean.peers["numpy"]).toBeCloseTo(8000, 9);
    expect(mean.ratios["ours"]["numpy"].value).toBeCloseTo(4, 12);
  });

  it("summaryRows(rows) gives no mean of values for a peer that did not do them all", () => {
    const rows = rowsOf([result("x", [1], [2]), { ...result("y", [4], []), peers: new Map() }]);
    const [mean] = summaryRows(rows);
    expect(mean.peers).toEqual({});
    expect(mean.ratios["ours"]["numpy"].value).toBeCloseTo(2, 12);
  });

  it("summaryRows(rows) keeps units apart and leaves a single row alone", () => {
    expect(summaryRows(rowsOf([result("x", [1], [2])]))).toEqual([]);
    const both = (name: string) => ({
      ...result(name, [1], [2]),
      measures: [cpuTime(), wallTime()],
    });
    expect(summaryRows(rowsOf([both("x"), both("y")])).map((row) => row.case)).toEqual([
      "geometric mean, ms CPU",
      "geometric mean, ms",
    ]);
  });
});

describe("toJson", () => {
  it("toJson(suite, machine, rows) has the agreed shape", () => {
    const rows = rowsOf([result("x", [1], [2])]);
    expect(JSON.parse(toJson("demo", machine, rows))).toEqual({
      suite: "demo",
      node: "20.19.0",
      cpu: "A | B",
      rows: [
        {
          case: "x",
          unit: "ms CPU",
          better: "lower",
          ours: { ours: 1000 },
          peers: { numpy: 2000 },
          ratio: { numpy: 2 },
        },
      ],
    });
  });

  it("toJson(suite, machine, rows) gives the ratio of the one as shipped, or none if it failed", () => {
    const variant = {
      ...result("x", [], [2]),
      ours: new Map([["ours [fma]", cpu(1)]]),
    };
    const parsed: unknown = JSON.parse(toJson("demo", machine, rowsOf([variant])));
    expect(parsed).toMatchObject({ rows: [{ ours: { "ours [fma]": 1000 }, ratio: {} }] });
  });
});

describe("markdown", () => {
  it("markdown(suite, machine, rows, result) prints a table, versions, what is missing and what failed", () => {
    const text = markdown("demo", machine, rowsOf([result("a|b", [1.2345, 1.2345], [2, 2])]), {
      versions: new Map([["numpy", { python: "3.11", numpy: "2.0" }]]),
      missing: new Map([["torch", { why: "not here", get: "pip install torch" }]]),
      failures: [{ runner: "tfjs", case: "x", ours: false, message: "it\nbroke" }],
    });
    expect(text).toContain(
      "| case | unit | ours | numpy | ratio to numpy |\n" +
        "| --- | --- | ---: | ---: | ---: |\n" +
        "| a\\|b | ms CPU | 1235 | 2000 | 1.62 (1.62 to 1.62) |\n",
    );
    expect(text).toContain("- Node 20.19.0, A | B (2 cores), linux 6\n");
    expect(text).toContain("- numpy: python 3.11, numpy 2.0\n");
    expect(text).toContain("- missing: torch: not here; get it: pip install torch\n");
    expect(text).toContain("- failed: tfjs in x: it\n  broke\n");
  });

  it("markdown(suite, machine, rows, result) names both sides when ours are several", () => {
    const two = result("x", [1], [2]);
    const rows = rowsOf([{ ...two, ours: new Map([...two.ours, ["plain", cpu(4)]]) }]);
    const text = markdown("demo", machine, rows, nothing);
    expect(text).toContain("| case | unit | ours | plain | numpy | ours / numpy | plain / numpy |");
    expect(text).toContain("| 2 (2 to 2) | 0.5 (0.5 to 0.5) |");
  });
});
