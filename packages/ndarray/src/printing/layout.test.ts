import { expect, it } from "vitest";
import { layOut } from "./layout.ts";

const layout = { lineWidth: 10, separator: " ", edgeItems: 1, isSummary: false, indent: " " };

it("layOut(shape, element, layout) wraps rows at the line width", () => {
  expect(layOut([6], ([i]) => `x${i}`, layout)).toBe("[x0 x1 x2\n x3 x4 x5]");
});

it("layOut(shape, element, layout) cuts long axes of a summary to their ends", () => {
  const text = layOut([4, 3], ([i, j]) => `${i}${j}`, {
    ...layout,
    isSummary: true,
    lineWidth: 75,
  });
  expect(text).toBe("[[00 ... 02]\n ...\n [30 ... 32]]");
});

it("layOut([], element, layout) is the bare element", () => {
  expect(layOut([], () => "x", layout)).toBe("x");
});
