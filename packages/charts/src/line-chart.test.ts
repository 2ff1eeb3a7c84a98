import { expect, test } from "vitest";
import { lineChart } from "./line-chart.ts";
import { number, parseSvg, points, select, texts } from "./test-support/parse-svg.ts";

const chart = {
  series: [{ name: "a", x: [0, 1, 2], y: [0, 10, 5] }],
  x: { label: "Epoch" },
  y: { label: "Loss" },
};

/** Paths of a colour without a filling: the lines. */
const lines = (svg: string, n = 1) =>
  select(svg, `[stroke^="var(--chart-${n},"] path`).map((path) => points(path));

test("lineChart(...) is one picture with a name, scaled by its viewBox", () => {
  const root = parseSvg(lineChart(chart));
  expect(root.getAttribute("role")).toBe("img");
  expect(root.getAttribute("aria-label")).toBe("Loss against Epoch: a");
  expect(root.getAttribute("viewBox")).toBe("0 0 380 270");
  expect(
    parseSvg(lineChart({ ...chart, label: "said", height: 200 })).getAttribute("aria-label"),
  ).toBe("said");
});

test("lineChart(...) puts points where the axes say", () => {
  const [[a, b, c] = []] = lines(lineChart(chart));
  if (!a || !b || !c) throw new Error("expected three points");
  expect(b[0] - a[0]).toBeCloseTo(c[0] - b[0], 1);
  expect((a[1] - c[1]) / (a[1] - b[1])).toBeCloseTo(0.5, 2);
});

test("lineChart(...) on a log axis gives every decade the same room", () => {
  const x = [0.01, 0.1, 1, 10, 100];
  const svg = lineChart({
    ...chart,
    series: [{ name: "a", x, y: [1, 2, 3, 4, 5] }],
    x: { label: "C", scale: "log" },
  });
  const [line = []] = lines(svg);
  const gaps = line.slice(1).map(([px], i) => px - (line[i]?.[0] ?? NaN));
  for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? NaN, 1);
  expect(texts(svg)).toEqual(expect.arrayContaining(["0.01", "0.1", "1", "10", "100"]));
});

test("lineChart(...) with NaN leaves a gap", () => {
  const svg = lineChart({
    ...chart,
    series: [{ name: "a", x: [0, 1, 2, 3, 4], y: [1, 2, NaN, 3, 4] }],
  });
  const path = select(svg, '[stroke^="var(--chart-1,"] path')[0];
  expect(path?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
});

test("lineChart(...) shades a band and names marks", () => {
  const band = { low: [0, 8, 4], high: [1, 12, 6] };
  const svg = lineChart({
    ...chart,
    series: [{ name: "a", x: [0, 1, 2], y: [0, 10, 5], band }],
    marks: [{ x: 1, label: "here" }],
  });
  expect(select(svg, '[fill^="var(--chart-1,"][fill-opacity] path')).toHaveLength(1);
  expect(texts(svg)).toContain("here");
});

test("lineChart(...) tells many series apart by legend, hue and dashes", () => {
  const series = Array.from({ length: 13 }, (_, k) => ({
    name: `series ${k}`,
    x: [0, 1],
    y: [k, k + 1],
  }));
  const svg = lineChart({ ...chart, series });
  expect(texts(svg)).toEqual(expect.arrayContaining(series.map(({ name }) => name)));
  const looks = select(svg, "line").map(
    (mark) => `${mark.getAttribute("stroke") ?? ""} ${mark.getAttribute("stroke-dasharray") ?? ""}`,
  );
  expect(
    new Set(looks.filter((look) => look.startsWith("var(--chart-") && /\d,/.test(look))).size,
  ).toBe(13);
});

test("lineChart(...) makes room for wide numbers", () => {
  const svg = lineChart({ ...chart, series: [{ name: "a", x: [0, 1], y: [0, 2_000_000] }] });
  const [[start] = []] = lines(svg);
  expect(start?.[0]).toBeGreaterThan(70);
  expect(number(parseSvg(svg), "width")).toBe(380);
});

test("lineChart(...) of the same numbers is the same text, whatever was drawn between", () => {
  const once = lineChart(chart);
  lineChart({ ...chart, height: 500 });
  expect(lineChart(chart)).toBe(once);
  expect(once).not.toMatch(/\d\.\d{3}/);
});

test("lineChart(...) refuses no series, no points and lists of different lengths, by name", () => {
  expect(() => lineChart({ ...chart, series: [] })).toThrow(
    "lineChart: expected at least one series, found none",
  );
  expect(() => lineChart({ ...chart, series: [{ name: "a", x: [], y: [] }] })).toThrow(
    'lineChart: series "a": expected at least one value in x, found none',
  );
  expect(() => lineChart({ ...chart, series: [{ name: "a", x: [1, 2], y: [1] }] })).toThrow(
    'lineChart: series "a": expected lists of one length, found x 2, y 1',
  );
});
