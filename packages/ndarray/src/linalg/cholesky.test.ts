import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { eye } from "../creation/filled.ts";
import { matmul } from "../products/matmul.ts";
import { randomGenerator } from "../random/generator.ts";
import { cholesky } from "./cholesky.ts";
import { expectClose, fixture, restore, transpose } from "./fixture.test.helper.ts";
import type { Kept } from "./fixture.test.helper.ts";
import { LinAlgError } from "./linAlgError.ts";
import { solveTriangular } from "./solveTriangular.ts";

const cases: { name: string; a: Kept; l: Kept }[] = JSON.parse(fixture("definite"));

describe("cholesky(a)", () => {
  it.each(cases)("of $name, as NumPy", ({ a, l }) => {
    expectClose(cholesky(restore(a)), restore(l));
  });

  it.each([1, 31, 32, 33, 65, 200])("L L^T is A, of order %i", (n) => {
    const root = randomGenerator(n).standardNormal([n, n + 5]);
    const a = matmul(root, transpose(root));
    const l = cholesky(a);
    expectClose(matmul(l, transpose(l)), a, 1e-13);
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) expect(l.get(i, j)).toBe(0);
  });

  it("reads the lower triangle only", () => {
    expectClose(cholesky([[4, NaN], [2, 3]]), cholesky([[4, 2], [2, 3]])); // prettier-ignore
  });

  it("names the leading minor that is not positive", () => {
    const a = eye(40);
    a.set(-1, 35, 35);
    expect(() => cholesky(a)).toThrow(LinAlgError);
    expect(() => cholesky(a)).toThrow(
      "cholesky: the matrix is not positive definite, its leading minor of order 36 is not above 0",
    );
    expect(() => cholesky([[1, 2], [2, 1]])).toThrow("order 2 is not above 0"); // prettier-ignore
    expect(() => cholesky([[0]])).toThrow("order 1 is not above 0");
    expect(() => cholesky([[NaN]])).toThrow("order 1 is not above 0");
    expect(() => cholesky([[[1]], [[-1]]])).toThrow("not positive definite (matrix 1 of 2)");
  });

  it("gives float32 for float32", () => {
    expect(cholesky(array([[4]], { dtype: "float32" })).dtype).toBe("float32");
    expect(cholesky(array([[4]], { dtype: "int32" })).dtype).toBe("float64");
  });
});

describe("solveTriangular(t, b, options)", () => {
  const n = 70;
  const rng = randomGenerator(4);
  const full = rng.uniform(-1, 1, [n, n]);
  for (let i = 0; i < n; i++) full.set(n, i, i);
  const b = rng.standardNormal([n, 2]);
  const masks = {
    lower: (i: number, j: number) => j <= i,
    upper: (i: number, j: number) => j >= i,
  };

  it.each([
    { lower: true, transpose: false, unitDiagonal: false },
    { lower: true, transpose: true, unitDiagonal: false },
    { lower: false, transpose: false, unitDiagonal: false },
    { lower: false, transpose: true, unitDiagonal: true },
    { lower: true, transpose: false, unitDiagonal: true },
  ])("with lower $lower, transpose $transpose, unitDiagonal $unitDiagonal", (options) => {
    const keep = options.lower ? masks.lower : masks.upper;
    const triangle = full.copy();
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) if (!keep(i, j)) triangle.set(0, i, j);
      if (options.unitDiagonal) triangle.set(1, i, i);
      // Smaller beside a diagonal of ones, so that the solution stays small too.
      if (options.unitDiagonal)
        for (let j = 0; j < n; j++) if (j !== i) triangle.set(triangle.get(i, j) / n, i, j);
    }
    const given = triangle.copy();
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) if (!keep(i, j)) given.set(NaN, i, j);
      if (options.unitDiagonal) given.set(NaN, i, i);
    }
    const x = solveTriangular(given, b, options);
    expectClose(matmul(options.transpose ? transpose(triangle) : triangle, x), b, 1e-13);
  });

  it("takes a vector and stacks", () => {
    expect(solveTriangular([[2, 0], [1, 1]], [2, 3], { lower: true }).toArray()).toEqual([1, 2]); // prettier-ignore
    expect(solveTriangular([[[2]], [[4]]], [8]).toArray()).toEqual([[4], [2]]);
  });

  it("says where the diagonal is zero", () => {
    expect(() => solveTriangular([[1, 1], [0, 0]], [1, 1])).toThrow("its diagonal is 0 at 1"); // prettier-ignore
  });
});
