import { expect, test } from "vitest";
import { precisionRecallChart } from "./precision-recall-chart.ts";
import { parseSvg, select, texts } from "./test-support/parse-svg.ts";

const path = (svg: string) =>
  select(svg, '[stroke^="var(--chart-1,"] path')[0]?.getAttribute("d") ?? "";

/** Area under a path of straight lines, as a share of the frame (of width and height of the reference square). */
function area(
  d: string,
  frame: { left: number; right: number; top: number; bottom: number },
): number {
  let x = 0;
  let y = 0;
  let sum = 0;
  for (const [, command = "", args = ""] of d.matchAll(/([MLHV])([^MLHV]*)/g)) {
    const numbers = args.split(",").map(Number);
    const nextX = command === "V" ? x : (numbers[0] ?? NaN);
    const nextY = command === "H" ? y : command === "V" ? (numbers[0] ?? NaN) : (numbers[1] ?? NaN);
    if (command !== "M") sum += (nextX - x) * (frame.bottom - (y + nextY) / 2);
    x = nextX;
    y = nextY;
  }
  return sum / ((frame.right - frame.left) * (frame.bottom - frame.top));
}

test("precisionRecallChart(...) draws steps whose area is the average precision, whichever way recall runs", () => {
  // Four thresholds; average precision is the sum of (R_n - R_n-1) P_n = 0.25 (1 + 1 + 0.75 + 4/7).
  const recall = [1, 0.75, 0.5, 0.25, 0];
  const precision = [4 / 7, 0.75, 1, 1, 1];
  const down = precisionRecallChart({ curves: [{ name: "m", recall, precision }], prevalence: 0 });
  const up = precisionRecallChart({
    curves: [{ name: "m", recall: recall.toReversed(), precision: precision.toReversed() }],
    prevalence: 0,
  });
  expect(up).toBe(down);
  const baseline =
    select(down, '[stroke-dasharray="3 3"] path')[0]
      ?.getAttribute("d")
      ?.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  const [left = NaN, bottom = NaN, right = NaN] = baseline;
  const top = Math.min(
    ...(path(down).match(/[\d.]+,[\d.]+/g) ?? []).map((pair) => Number(pair.split(",")[1])),
  );
  expect(area(path(down), { left, right, top, bottom })).toBeCloseTo(
    0.25 * (1 + 1 + 0.75 + 4 / 7),
    2,
  );
});

test("precisionRecallChart(...) writes the average precision into the legend", () => {
  const svg = precisionRecallChart({
    curves: [{ name: "m", recall: [0, 1], precision: [1, 0.4], averagePrecision: 0.8123 }],
  });
  expect(texts(svg)).toContain("m: average precision 0.812");
  expect(parseSvg(svg).getAttribute("aria-label")).toBe(
    "Precision-recall curve. m: average precision 0.812",
  );
});
