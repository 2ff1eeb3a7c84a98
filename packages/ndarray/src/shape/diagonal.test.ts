import { expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { ones } from "../creation/filled.ts";
import { diag, diagonal, tril, triu } from "./diagonal.ts";

const a = arange(6).reshape(2, 3);

it("diagonal(a, k) is a view of any diagonal", () => {
  expect(diagonal(a).toArray()).toEqual([0, 4]);
  expect(diagonal(a, 2).toArray()).toEqual([2]);
  expect(diagonal(a, -1).toArray()).toEqual([3]);
  expect(diagonal(a, 5).shape).toEqual([0]);
  const b = a.copy();
  diagonal(b.T).set(9);
  expect(b.get(1, 1)).toBe(9);
  expect(() => diagonal([1])).toThrow("diagonal: expected a matrix, got shape (1,)");
});

it("diag(a, k) makes a matrix of a line and a line of a matrix", () => {
  expect(diag([1, 2], 1).toArray()).toEqual([[0, 1, 0], [0, 0, 2], [0, 0, 0]]); // prettier-ignore
  expect(diag(a, 1).toArray()).toEqual([1, 5]);
  expect(diag(a).data).not.toBe(a.data);
});

it("tril(a, k) and triu(a, k) keep one side of the diagonal of every matrix", () => {
  expect(tril(a).toArray()).toEqual([[0, 0, 0], [3, 4, 0]]); // prettier-ignore
  expect(triu(a, 1).toArray()).toEqual([[0, 1, 2], [0, 0, 5]]); // prettier-ignore
  expect(tril(ones([2, 2, 2])).at(1).toArray()).toEqual([[1, 0], [1, 1]]); // prettier-ignore
  expect(() => triu([1])).toThrow("triu: expected two or more axes, got shape (1,)");
});
