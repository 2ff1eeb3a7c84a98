import { expect, test } from "vitest";
import { coefficientChart } from "./coefficient-chart.ts";
import { number, parseSvg, points, select, texts } from "./test-support/parse-svg.ts";

const coefficients = [
  { name: "sex", estimate: 2, low: 1, high: 3 },
  { name: "age", estimate: 0, low: -1, high: 1 },
];
const dots = (svg: string) => select(svg, "circle");
const links = (svg: string) => select(svg, '[stroke-width="2"] path').map((path) => points(path));

test("coefficientChart(...) puts a dot in the middle of its interval, filled where the reference lies outside", () => {
  const svg = coefficientChart({ coefficients });
  const [sex, age] = dots(svg);
  const [[from, to] = []] = links(svg);
  expect(number(sex, "cx")).toBeCloseTo(((from?.[0] ?? NaN) + (to?.[0] ?? NaN)) / 2, 1);
  expect(sex?.getAttribute("fill")).toMatch(/^var\(--chart-1,/);
  expect(age?.getAttribute("fill")).toMatch(/^var\(--page,/);
  expect(texts(svg)).toEqual(expect.arrayContaining(["sex", "age", "Coefficient"]));
  expect(parseSvg(svg).getAttribute("aria-label")).toBe(
    "Coefficient with intervals: sex 2 (1 to 3), age 0 (-1 to 1)",
  );
});

test("coefficientChart({x: {scale: 'log'}}) compares odds ratios with 1 and gives factors the same room both ways", () => {
  const odds = [{ name: "a", estimate: 2, low: 0.5, high: 8 }];
  const svg = coefficientChart({ coefficients: odds, x: { label: "Odds ratio", scale: "log" } });
  const [dot] = dots(svg);
  const [[from, to] = []] = links(svg);
  expect(number(dot, "cx") - (from?.[0] ?? NaN)).toBeCloseTo(
    (to?.[0] ?? NaN) - number(dot, "cx"),
    1,
  );
  expect(dot?.getAttribute("fill")).toMatch(/^var\(--page,/);
});

test("coefficientChart(...) draws an endless interval to the edge, and none for NaN", () => {
  const endless = { name: "separated", estimate: 5, low: -Infinity, high: Infinity };
  const unknown = { name: "unknown", estimate: 1, low: NaN, high: NaN };
  const svg = coefficientChart({ coefficients: [...coefficients, endless, unknown] });
  expect(svg).not.toMatch(/NaN|Infinity/);
  expect(parseSvg(svg).getAttribute("aria-label")).toMatch(
    /separated 5 \(minus infinity to infinity\), unknown 1$/,
  );
  expect(dots(svg)).toHaveLength(4);
  const widths = links(svg).map(([from, to]) => (to?.[0] ?? NaN) - (from?.[0] ?? NaN));
  expect(widths).toHaveLength(3);
  expect(widths[2]).toBeGreaterThan(Math.max(widths[0] ?? NaN, widths[1] ?? NaN));
  const log = coefficientChart({
    coefficients: [{ name: "a", estimate: 1, low: 0, high: Infinity }],
    x: { label: "Odds ratio", scale: "log" },
  });
  expect(links(log)).toHaveLength(1);
});
