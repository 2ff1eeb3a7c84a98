import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { eye, ones, zeros } from "../creation/filled.ts";
import { matmul } from "../products/matmul.ts";
import { randomGenerator } from "../random/generator.ts";
import { det, slogdet } from "./det.ts";
import { expectClose, fixture, number, restore } from "./fixture.test.helper.ts";
import type { Kept, Spelled } from "./fixture.test.helper.ts";
import { inv } from "./inv.ts";
import { solve } from "./solve.ts";

type PerMatrix = Spelled | PerMatrix[];

interface Square {
  name: string;
  a: Kept;
  condition: number;
  det: PerMatrix;
  sign: PerMatrix;
  logAbsDet: PerMatrix;
  inv: Kept;
  vector: Kept;
  solveVector: Kept;
  matrix: Kept;
  solveMatrix: Kept;
}

const cases: Square[] = JSON.parse(fixture("square"));

function flat(values: PerMatrix): number[] {
  return Array.isArray(values) ? values.flatMap(flat) : [number(values)];
}

describe.each(cases)("of $name, as NumPy", (given) => {
  const a = restore(given.a);
  const tolerance = 1e-15 * Math.max(10, given.condition);

  it("solve(a, b) with a vector and with a matrix", () => {
    expectClose(solve(a, restore(given.vector)), restore(given.solveVector), tolerance);
    expectClose(solve(a, restore(given.matrix)), restore(given.solveMatrix), tolerance);
  });

  it("inv(a)", () => {
    expectClose(inv(a), restore(given.inv), tolerance);
  });

  it("det(a) and slogdet(a)", () => {
    const dets = det(a, { stacked: true });
    expect(dets.shape).toEqual(a.shape.slice(0, -2));
    const found = slogdet(a, { stacked: true });
    // NumPy's determinant is an exponential of a logarithm, good to 1e-12 at best.
    expectClose(dets, array(flat(given.det)).reshape(dets.shape), Math.max(1e-12, tolerance));
    expectClose(found.sign, array(flat(given.sign)).reshape(dets.shape));
    expectClose(found.logAbsDet, array(flat(given.logAbsDet)).reshape(dets.shape), tolerance);
    if (a.ndim > 2) return;
    expect(det(a)).toBe(dets.item());
    expect(slogdet(a)).toEqual({ sign: found.sign.item(), logAbsDet: found.logAbsDet.item() });
  });
});

describe("solve(a, b)", () => {
  it.each([31, 32, 33, 64, 100, 257])("solves %i equations, across blocks", (n) => {
    const rng = randomGenerator(n);
    const a = rng.standardNormal([n, n]);
    const x = rng.standardNormal([n, 3]);
    expectClose(solve(a, matmul(a, x)), x, 1e-9);
    const b = matmul(a, x);
    expectClose(matmul(a, solve(a, b)), b, 1e-12);
  });

  it("broadcasts the stacks of a and b", () => {
    const rng = randomGenerator(1);
    const a = rng.standardNormal([3, 1, 4, 4]);
    const b = rng.standardNormal([2, 4, 2]);
    const x = solve(a, b);
    expect(x.shape).toEqual([3, 2, 4, 2]);
    expectClose(x.at(2, 1), solve(a.at(2, 0), b.at(1)));
    const one = solve(a, b.at(0, ":", 0));
    expect(one.shape).toEqual([3, 1, 4]);
    expectClose(one.at(1, 0), solve(a.at(1, 0), b.at(0, ":", 0)));
  });

  it("reads views in any layout and leaves its arguments alone", () => {
    const a = array([
      [2, 1, 9],
      [1, 3, 9],
    ]);
    const view = a.at("::-1", "1::-1");
    const before = a.toArray();
    expectClose(matmul(view, solve(view, [1, 2])), array([1, 2]));
    expect(a.toArray()).toEqual(before);
  });

  it("gives float32 for float32, computed in double", () => {
    const a = array([
      [1, 0.5],
      [0.5, 1 / 3],
    ]).astype("float32");
    const x = solve(a, ones(2, { dtype: "float32" }));
    expect(x.dtype).toBe("float32");
    const double = solve(a.astype("float64"), ones(2));
    expect(x.toArray()).toEqual(double.astype("float32").toArray());
    expect(solve(a, ones(2)).dtype).toBe("float64");
    expect(solve(eye(2).astype("int32"), array([1, 2], { dtype: "int32" })).dtype).toBe("float64");
  });

  it("takes nested arrays", () => {
    expect(solve([[2, 0], [0, 4]], [2, 2]).toArray()).toEqual([1, 0.5]); // prettier-ignore
  });

  it("says what is wrong with a singular matrix, and with shapes", () => {
    const singular = array([
      [1, 2],
      [2, 4],
    ]);
    expect(() => solve(singular, [1, 1])).toThrow(
      "solve: the matrix is singular, no pivot in column 1; use lstsq",
    );
    expect(() => inv(singular)).toThrow(
      "inv: the matrix is singular, no pivot in column 1; use pinv",
    );
    expect(() => inv(zeros([2, 2, 2]))).toThrow("inv: the matrix is singular (matrix 0 of 2)");
    expect(det(singular)).toBe(0);
    expect(slogdet(singular)).toEqual({ sign: 0, logAbsDet: -Infinity });
    expect(() => solve(ones([2, 3]), [1, 1])).toThrow(
      "solve: expected A (..., M, M) and B (M,) or (..., M, K), got (2, 3) and (2,)",
    );
    expect(() => solve(eye(2), [1, 2, 3])).toThrow("got (2, 2) and (3,)");
    expect(() => solve(eye(2), 1)).toThrow("got (2, 2) and ()");
    expect(() => inv(ones([2, 3]))).toThrow("inv: expected a square matrix, got shape (2, 3)");
    expect(() => inv([1, 2])).toThrow(
      "inv: expected a matrix of shape (..., M, N), got shape (2,)",
    );
    expect(() => det(ones([2, 2, 2]))).toThrow("det: expected one matrix, got shape (2, 2, 2)");
  });

  it("carries NaN through", () => {
    const x = solve([[1, NaN], [0, 1]], [1, 1]).toArray(); // prettier-ignore
    expect(x).toEqual([NaN, 1]);
  });
});
