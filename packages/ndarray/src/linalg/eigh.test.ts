import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { multiply } from "../elementwise/arithmetic.ts";
import { matmul } from "../products/matmul.ts";
import { randomGenerator } from "../random/generator.ts";
import { eigh } from "./eigh.ts";
import {
  expectClose,
  expectOrthonormal,
  fixture,
  restore,
  transpose,
} from "./fixture.test.helper.ts";
import type { Kept } from "./fixture.test.helper.ts";

const cases: { name: string; a: Kept; eigenvalues: Kept }[] = JSON.parse(fixture("symmetric"));

describe("eigh(a)", () => {
  it.each(cases)("of $name: NumPy's values, and A V = V diag(w)", (given) => {
    const a = restore(given.a);
    const { eigenvalues, eigenvectors } = eigh(a);
    const largest = Math.max(0, ...eigenvalues.toTyped("float64").map(Math.abs));
    expectClose(eigenvalues, restore(given.eigenvalues), 1e-13, largest);
    expectOrthonormal(eigenvectors);
    const scaled = multiply(eigenvectors, eigenvalues.at("...", null, ":"));
    expectClose(matmul(a, eigenvectors), scaled, 1e-13, largest);
  });

  it("of 120 x 120", () => {
    const root = randomGenerator(9).standardNormal([120, 120]);
    const a = matmul(root, transpose(root));
    const { eigenvalues, eigenvectors } = eigh(a);
    const values = eigenvalues.toTyped("float64");
    expect(values).toEqual(values.toSorted());
    expectOrthonormal(eigenvectors);
    const scaled = multiply(eigenvectors, eigenvalues);
    expectClose(matmul(scaled, transpose(eigenvectors)), a, 1e-13);
  });

  it("reads the lower triangle only", () => {
    const symmetric = eigh([[2, 1], [1, 2]]).eigenvalues; // prettier-ignore
    expect(eigh([[2, 77], [1, 2]]).eigenvalues.toArray()).toEqual(symmetric.toArray()); // prettier-ignore
    expectClose(symmetric, array([1, 3]), 1e-15);
  });

  it("refuses NaN, infinity and what is not square", () => {
    expect(() => eigh([[1, 0], [NaN, 1]])).toThrow("eigh: the matrix holds NaN (row 1, column 0)"); // prettier-ignore
    expect(() => eigh([[Infinity]])).toThrow("eigh: the matrix holds Infinity");
    expect(() => eigh([[1, 2]])).toThrow("eigh: expected a square matrix, got shape (1, 2)");
  });

  it("gives float32 for float32", () => {
    const found = eigh(array([[2]], { dtype: "float32" }));
    expect([found.eigenvalues.dtype, found.eigenvectors.dtype]).toEqual(["float32", "float32"]);
  });
});
