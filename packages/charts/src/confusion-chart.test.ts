import { expect, test } from "vitest";
import { confusionChart } from "./confusion-chart.ts";
import { number, parseSvg, select, texts } from "./test-support/parse-svg.ts";

const chart = {
  matrix: [
    [90, 10],
    [1000, 3000],
  ],
  labels: ["died", "survived"],
};

test("confusionChart(...) writes counts and shares of the row, tinted by share and by right or wrong", () => {
  const svg = confusionChart(chart);
  expect(texts(svg)).toEqual(
    expect.arrayContaining([
      "90",
      "90%",
      "10",
      "10%",
      "1,000",
      "25%",
      "3,000",
      "75%",
      "True",
      "Predicted",
    ]),
  );
  const cells = select(svg, "rect");
  expect(cells.map((cell) => cell.getAttribute("fill")?.slice(0, 13))).toEqual([
    "var(--chart-1",
    "var(--chart-2",
    "var(--chart-2",
    "var(--chart-1",
  ]);
  const tints = cells.map((cell) => number(cell, "fill-opacity"));
  expect(tints.toSorted((a, b) => a - b)).toEqual([tints[1], tints[2], tints[3], tints[0]]);
  expect(parseSvg(svg).getAttribute("aria-label")).toBe(
    "Confusion matrix. true died: 90 as died, 10 as survived; true survived: 1000 as died, 3000 as survived",
  );
});

test("confusionChart(...) of many classes keeps the counts; an empty class is not tinted", () => {
  const labels = Array.from({ length: 10 }, (_, k) => String(k));
  const matrix = labels.map((_, i) => labels.map((_, j) => (i === 3 ? 0 : i === j ? 100 : 1)));
  const svg = confusionChart({ matrix, labels });
  expect(texts(svg).some((text) => text.endsWith("%"))).toBe(false);
  expect(number(select(svg, "rect")[33], "fill-opacity")).toBe(0.05);
});

test("confusionChart(...) refuses a matrix that does not fit its labels", () => {
  expect(() => confusionChart({ ...chart, labels: ["a", "b", "c"] })).toThrow(
    "confusionChart: expected 3 x 3 counts for 3 labels, found 2 rows of 2, 2",
  );
});
