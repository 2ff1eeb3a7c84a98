import { expect, test } from "vitest";
import { histogram } from "./histogram.ts";
import { number, select, texts } from "./test-support/parse-svg.ts";

const heights = (svg: string, n: number) =>
  select(svg, `[fill^="var(--chart-${n},"] rect`).map((bar) => number(bar, "height"));

test("histogram(...) draws bars as high as the counts", () => {
  const svg = histogram({
    series: [{ name: "age", values: [1, 1, 1, 2, 4] }],
    x: { label: "Age", domain: [1, 5] },
    bins: 4,
  });
  const [a = NaN, b, c, d] = heights(svg, 1);
  expect([b, c, d].map((height) => Math.round(((height ?? NaN) / a) * 3))).toEqual([1, 0, 1]);
});

test("histogram({share: true}) lets groups of unlike size compare", () => {
  const many = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 0.1 : 0.9));
  const svg = histogram({
    series: [
      { name: "many", values: many },
      { name: "few", values: [0.1, 0.9] },
    ],
    x: { label: "p", domain: [0, 1] },
    bins: 2,
    share: true,
  });
  expect(heights(svg, 1)).toEqual(heights(svg, 2));
  expect(texts(svg)).toEqual(expect.arrayContaining(["many", "few", "Share"]));
});

test("histogram(...) refuses no values and no bins", () => {
  const x = { label: "x" };
  expect(() => histogram({ series: [{ name: "a", values: [] }], x })).toThrow(
    'histogram: series "a": expected at least one value in values, found none',
  );
  expect(() => histogram({ series: [{ name: "a", values: [1] }], x, bins: 0 })).toThrow(
    "histogram: expected one bin or more, found 0",
  );
});
