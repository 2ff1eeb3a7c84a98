import { expect, it } from "vitest";
import { ones, zeros } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { matmul } from "./matmul.ts";
import { einsum } from "./einsum.ts";

const a = arange(6).reshape(2, 3);

it("einsum(subscripts, a, b) contracts letters that the output lacks", () => {
  expect(einsum("ij,kj->ik", a, a).toArray()).toEqual(matmul(a, a.T).toArray());
  expect(einsum("ij,ij->", a, a).item()).toBe(55);
  expect(einsum("bhqd,bhkd->bhqk", ones([2, 2, 3, 4]), ones([2, 2, 5, 4])).shape).toEqual([
    2, 2, 3, 5,
  ]);
});

it("einsum(subscripts, a) transposes, sums and takes diagonals, into memory of its own", () => {
  expect(einsum("ij->ji", a).data).not.toBe(a.data);
  expect(einsum("ij->j", a).toArray()).toEqual([3, 5, 7]);
  expect(einsum("ii", arange(9).reshape(3, 3)).item()).toBe(12);
});

it("einsum(subscripts, ...) says which letter does not fit", () => {
  expect(() => einsum("ij,jk->ik", a, a)).toThrow("einsum: j stands for lengths 3 and 2");
  expect(() => einsum("ijk->i", a)).toThrow(
    'einsum: "ijk->i" gives operand 0 3 axes, its shape is (2, 3)',
  );
  expect(() => einsum("ij,jk", a)).toThrow('einsum: "ij,jk" names 2 operands, got 1');
});

it("einsum(subscripts, ...) throws by name for three operands", () => {
  expect(() => einsum("i,i,i", zeros(2), zeros(2), zeros(2))).toThrow(
    "einsum: 3 operands are not supported; combine two at a time",
  );
});
