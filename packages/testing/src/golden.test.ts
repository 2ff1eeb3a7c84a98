import { expect, it } from "vitest";
import { golden } from "./golden.ts";

it("golden(from, path) reads a fixture and turns spelled-out numbers back", () => {
  expect(golden(import.meta.url, "../fixtures/golden.json")).toEqual({
    plain: [1, 2.5],
    odd: [NaN, Infinity, -Infinity],
    word: "nan is not a number",
  });
});

it("golden(from, path) names the file that is missing", () => {
  expect(() => golden(import.meta.url, "../fixtures/none.json")).toThrow(
    /golden: cannot read .*none\.json: .*its generator script makes it again/,
  );
});
