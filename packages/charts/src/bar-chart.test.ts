import { expect, test } from "vitest";
import { percent } from "./axis.ts";
import { barChart } from "./bar-chart.ts";
import { number, parseSvg, select, texts } from "./test-support/parse-svg.ts";
import { textWidth } from "./text-width.ts";

test("barChart(...) draws bars from zero in the order given, with the values in words", () => {
  const svg = barChart({
    bars: [
      { name: "women", value: 0.75 },
      { name: "men", value: 0.25, low: 0.2, high: 0.3 },
    ],
    x: { label: "Survived", format: percent },
    reference: 0.38,
  });
  const [women, men] = select(svg, '[fill^="var(--chart-1,"] rect').map((bar) =>
    number(bar, "width"),
  );
  expect((women ?? NaN) / (men ?? NaN)).toBeCloseTo(3, 1);
  expect(texts(svg)).toEqual(expect.arrayContaining(["women", "75%", "men", "25%", "Survived"]));
  expect(parseSvg(svg).getAttribute("aria-label")).toBe("Survived: women 75%, men 25%");
});

test("barChart(...) takes negative values and cuts names that are too long", () => {
  const name = "a name that goes on and on and on and never ends";
  const svg = barChart({
    bars: [
      { name, value: -2 },
      { name: "b", value: 3 },
    ],
    x: { label: "Change" },
  });
  expect(texts(svg).some((text) => text.startsWith("a name that") && text.endsWith("\u2026"))).toBe(
    true,
  );
  expect(texts(svg)).toContain("-2");
  expect(parseSvg(svg).getAttribute("aria-label")).toContain(name);
});

test("barChart({bars: []}) is refused", () => {
  expect(() => barChart({ bars: [], x: { label: "x" } })).toThrow(
    "barChart: expected at least one series, found none",
  );
});

test.each([[[27_638, 34_918]], [[0.5, 0.75]], [[-123_456, 987_654]], [[1_499_999]], [[7, 9]]])(
  "barChart(...) of %j has two or more numbers on its axis, with space between them",
  (values) => {
    const bars = values.map((value, i) => ({ name: `positive ${i}`, value }));
    const format = (value: number) => value.toLocaleString("en-US");
    const svg = barChart({ bars, x: { label: "Training texts", format } });
    const labels = select(svg, '[font-variant="tabular-nums"] text').map((element) => ({
      text: element.textContent,
      x: place(element),
    }));
    expect(labels.length).toBeGreaterThan(1);
    for (const [i, right] of labels.entries()) {
      const left = labels[i - 1];
      if (left === undefined) continue;
      expect(right.x - left.x).toBeGreaterThan(
        (textWidth(left.text) + textWidth(right.text)) / 2 + 4,
      );
    }
  },
);

/** Where Plot's `translate(x, y)` puts it. */
function place(element: Element): number {
  return Number(/translate\(([-\d.]+)/.exec(element.getAttribute("transform") ?? "")?.[1]);
}
