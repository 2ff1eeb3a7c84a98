import { expect, it } from "vitest";
import { parseSubscripts } from "./subscripts.ts";

it("parseSubscripts(text) sorts the letters that occur once when there is no arrow", () => {
  expect(parseSubscripts("ki, ij").output).toEqual(["j", "k"]);
  expect(parseSubscripts("ij,jk->ki")).toEqual({
    inputs: [
      ["i", "j"],
      ["j", "k"],
    ],
    output: ["k", "i"],
  });
  expect(parseSubscripts("i,->i").inputs).toEqual([["i"], []]);
});

it("parseSubscripts(text) refuses an ellipsis, odd characters and output letters from nowhere", () => {
  expect(() => parseSubscripts("...i->i")).toThrow(
    "einsum: an ellipsis is not supported; name every axis",
  );
  expect(() => parseSubscripts("i;j")).toThrow(
    'einsum: expected subscripts such as "ij,jk->ik", got "i;j"',
  );
  expect(() => parseSubscripts("i->j")).toThrow("einsum: output letter j must occur in an operand");
  expect(() => parseSubscripts("i->ii")).toThrow("einsum: output letter i");
});
