import { expect, it } from "vitest";
import { add } from "../elementwise/arithmetic.ts";
import { sum } from "../reduce/sum.ts";
import { checkOptions } from "./options.ts";

it("checkOptions(operation, options, known) names an option that is left out", () => {
  expect(() => checkOptions("sum", { axis: 0, where: true }, ["axis", "out"])).toThrow(
    "sum: option where is not supported; the options are axis, out",
  );
  expect(() => checkOptions("sum", undefined, ["axis"])).not.toThrow();
});

it("sum(a, 0) and add(a, b, out) are refused: options are an object", () => {
  // @ts-expect-error: NumPy takes the axis by position.
  expect(() => sum([1, 2], 0)).toThrow("sum: expected options such as { axis: ... }, got 0");
  // @ts-expect-error: null is no object to read from.
  expect(() => add([1], [2], null)).toThrow("add: expected options such as { out: ... }, got null");
});
