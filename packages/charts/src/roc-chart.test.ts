import { expect, test } from "vitest";
import { rocChart } from "./roc-chart.ts";
import { parseSvg, points, select, texts } from "./test-support/parse-svg.ts";

const curve = { name: "model", fpr: [0, 0.5, 1], tpr: [0, 1, 1], auc: 0.75 };

test("rocChart(...) goes from corner to corner, over the diagonal of guessing", () => {
  const svg = rocChart({ curves: [curve] });
  const [[a, b, c] = []] = select(svg, '[stroke^="var(--chart-1,"] path').map((path) =>
    points(path),
  );
  const [diagonal = []] = select(svg, '[stroke-dasharray="3 3"] path').map((path) => points(path));
  expect(diagonal).toEqual([a, c]);
  expect(b?.[1]).toBe(c?.[1]);
  expect(2 * (b?.[0] ?? NaN)).toBeCloseTo((a?.[0] ?? NaN) + (c?.[0] ?? NaN), 1);
});

test("rocChart(...) writes the area into the legend and the spoken name", () => {
  const svg = rocChart({ curves: [curve, { ...curve, name: "sex only", auc: 0.5 }] });
  expect(texts(svg)).toEqual(expect.arrayContaining(["model: area 0.750", "sex only: area 0.500"]));
  expect(parseSvg(svg).getAttribute("aria-label")).toBe(
    "ROC curve. model: area 0.750; sex only: area 0.500",
  );
});

test("rocChart(...) refuses lists of different lengths", () => {
  expect(() => rocChart({ curves: [{ ...curve, tpr: [0, 1] }] })).toThrow(
    'rocChart: curve "model": expected lists of one length, found fpr 3, tpr 2',
  );
});
