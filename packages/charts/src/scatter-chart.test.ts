import { expect, test } from "vitest";
import { scatterChart } from "./scatter-chart.ts";
import { select, texts } from "./test-support/parse-svg.ts";

const axes = { x: { label: "Speed" }, y: { label: "Accuracy" } };

test("scatterChart(...) gives each series a symbol of its own and names its points towards the middle", () => {
  const ours = { name: "ours", x: [1, 10], y: [1, 2], names: ["slow", "fast"] };
  const theirs = { name: "theirs", x: [2, NaN], y: [1, 1] };
  const svg = scatterChart({ series: [ours, theirs], ...axes });
  expect(select(svg, '[fill^="var(--chart-1,"] circle')).toHaveLength(2);
  expect(select(svg, '[fill^="var(--chart-2,"] path')).toHaveLength(1);
  expect(texts(svg)).toEqual(
    expect.arrayContaining(["ours", "theirs", "slow", "fast", "Speed", "Accuracy"]),
  );
  const anchors = ["slow", "fast"].map((name) =>
    select(svg, "text")
      .find((text) => text.textContent === name)
      ?.parentElement?.getAttribute("text-anchor"),
  );
  expect(anchors).toEqual(["start", "end"]);
});

test("scatterChart(...) refuses lists of different lengths", () => {
  expect(() => scatterChart({ series: [{ name: "a", x: [1], y: [1, 2] }], ...axes })).toThrow(
    'scatterChart: series "a": expected lists of one length, found x 1, y 2',
  );
});
