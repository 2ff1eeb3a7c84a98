import { expect, test } from "vitest";
import { calibrationChart } from "./calibration-chart.ts";
import { number, select, texts } from "./test-support/parse-svg.ts";

const curves = [{ name: "m", predicted: [0.1, 0.5, 0.9], observed: [0.1, 0.5, 0.9] }];

test("calibrationChart(...) of honest forecasts lies on the diagonal, a dot a bin", () => {
  const svg = calibrationChart({ curves });
  const dots = select(svg, "circle").map((dot) => [number(dot, "cx"), number(dot, "cy")] as const);
  expect(dots).toHaveLength(3);
  const [[x1, y1], [x2, y2]] = [dots[0] ?? [NaN, NaN], dots[2] ?? [NaN, NaN]];
  const diagonal =
    (select(svg, '[stroke-dasharray="3 3"] path')[0]?.getAttribute("d") ?? "")
      .match(/[\d.]+/g)
      ?.map(Number) ?? [];
  const [a = NaN, b = NaN, c = NaN, d = NaN] = diagonal;
  expect((y2 - y1) / (x2 - x1)).toBeCloseTo((d - b) / (c - a), 2);
});

test("calibrationChart({scores}) counts the forecasts of each twentieth below", () => {
  const scores = [
    ...Array.from({ length: 30 }, () => 0.02),
    ...Array.from({ length: 10 }, () => 0.98),
    1,
  ];
  const svg = calibrationChart({ curves, scores });
  expect(texts(svg)).toContain("Forecasts in each bin, at most 30");
  const heights = select(svg, '[fill-opacity="0.45"] rect').map((bar) => number(bar, "height"));
  expect(heights).toHaveLength(20);
  expect((heights[19] ?? NaN) / (heights[0] ?? NaN)).toBeCloseTo(11 / 30, 2);
  expect(heights.slice(1, 19).every((height) => height === 0)).toBe(true);
});
