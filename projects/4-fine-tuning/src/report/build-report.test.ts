import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { sampleResults } from "./testing/sample-results.ts";
import { tintedWords } from "./tinted-words.ts";
import { tourMetrics } from "./tour-metrics.ts";
import { writeResults } from "./write-results.ts";

const titles = (page: string) =>
  Array.from(page.matchAll(/<h2[^>]*>([^<]*)</g), ([, title]) => title);

test("buildReport(results) of classes tells all on one page, and texts stay texts", async () => {
  const results = await sampleResults("classes");
  const [first, ...others] = results.judgement.errors;
  const errors = [{ ...first, text: "<script>alert(1)</script>" }, ...others];
  const page = buildReport({ ...results, judgement: { ...results.judgement, errors } });
  expect(titles(page)).toEqual([
    "In short",
    "The data at a glance",
    "Learning curves",
    "Answers and confidence",
    "Slices",
    "Behavioural tests",
    "The worst errors",
    "How it was made",
  ]);
  expect(page).toContain("negation flips praise");
  expect(page).toContain("the same net from random weights, 3 seeds");
  expect(page.includes("<script>")).toBe(false);
  expect(page.includes("&lt;script&gt;")).toBe(true);
});

test.each(["multi-label", "regression"] as const)(
  "buildReport(results) of %s leaves out what it has not",
  async (kind) => {
    const page = buildReport(await sampleResults(kind));
    expect(titles(page)).not.toContain("Behavioural tests");
    expect(titles(page)).toContain("The worst errors");
    expect(titles(page).includes("Answers and confidence")).toBe(kind === "multi-label");
  },
);

test("tourMetrics(results) has the main score beside its baseline first, then the other nets and the time", async () => {
  const results = await sampleResults("classes");
  const { metrics, report, data } = tourMetrics(results);
  expect(data).toBe("Made-up sentences, to look at a report with.");
  expect(report).toBe("report.html");
  expect(metrics.slice(0, 3)).toMatchObject([
    {
      name: "test accuracy",
      baselineName: "TF-IDF + logistic regression",
      better: "higher",
      interval: [expect.any(Number), expect.any(Number)],
    },
    { name: "test accuracy, the same net from random weights", value: expect.closeTo(0.7033, 4) },
    { name: "training time", value: 41.2, unit: "s", better: "lower" },
  ]);
});

test("writeResults(folder, results) leaves the report, the metrics and what they are made from", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ml-roadmap-report-"));
  try {
    const results = await sampleResults("regression");
    await writeResults(folder, results);
    expect((await readdir(folder)).toSorted()).toEqual([
      "metrics.json",
      "report.html",
      "results.json",
    ]);
    const again: unknown = JSON.parse(await readFile(join(folder, "results.json"), "utf8"));
    expect(again).toEqual(JSON.parse(JSON.stringify(results)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("tintedWords(words) breaks lines, escapes, fills words that are for and frames words that are against", () => {
  const svg = tintedWords(
    [
      { word: "a<b&\u0007", importance: 0.5 },
      { word: "x".repeat(60), importance: -0.5 },
      { word: "none", importance: 0 },
    ],
    "said",
  );
  expect(svg).toContain("a&lt;b&amp; <");
  expect(svg.match(/<rect/g)?.length).toBe(2);
  expect(svg).toContain("stroke-dasharray");
  expect(svg).toContain("x\u2026<");
  expect(Number(/ height="(\d+)"/.exec(svg)?.[1])).toBeGreaterThan(40);
});
