import { array, assert, constantFrom, integer, oneof, property, tuple } from "fast-check";
import type { Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { NDArray } from "../core/ndarray.ts";
import { add, multiply, subtract } from "../elementwise/arithmetic.ts";
import { matmul } from "../products/matmul.ts";
import { det } from "./det.ts";
import { eigh } from "./eigh.ts";
import { diagonal, expectClose, expectOrthonormal, transpose } from "./fixture.test.helper.ts";
import { lstsq } from "./lstsq.ts";
import { matrixRank } from "./matrixRank.ts";
import { norm } from "./norm.ts";
import { pinv } from "./pinv.ts";
import { qr } from "./qr.ts";
import { solve } from "./solve.ts";
import { svd } from "./svd.ts";

/** Small integers: many zeros, equal rows and singular matrices. */
const small = oneof(constantFrom(0, 0, 0, 1, -1), integer({ min: -4, max: 4 }));
/** Sizes far apart. */
const graded = constantFrom(0, 1, -1, 3, 1e-8, -1e-8, 1e8, 1e-160, 1e-300, 7e150);

function matrix(m: number, n: number, elements: Arbitrary<number>): Arbitrary<NDArray> {
  return array(elements, { minLength: m * n, maxLength: m * n }).map(
    (values) => new NDArray(Float64Array.from(values), [m, n], "float64"),
  );
}

function matrices(elements: Arbitrary<number>): Arbitrary<NDArray> {
  const length = integer({ min: 1, max: 7 });
  return tuple(length, length).chain(([m, n]) => matrix(m, n, elements));
}

function square(elements: Arbitrary<number>): Arbitrary<NDArray> {
  return integer({ min: 1, max: 7 }).chain((n) => matrix(n, n, elements));
}

const kinds: [string, Arbitrary<number>][] = [
  ["small integers", small],
  ["sizes far apart", graded],
];
const runs = { numRuns: 400 };

function largest(a: NDArray): number {
  return a.toTyped("float64").reduce((size, value) => Math.max(size, Math.abs(value)), 0);
}

describe.each(kinds)("for matrices of %s", (_, elements) => {
  it("svd(a): A = U diag(s) V^T, orthonormal, in order", () => {
    assert(
      property(matrices(elements), (a) => {
        const { u, s, vt } = svd(a, { fullMatrices: false });
        const values = s.toTyped("float64");
        expect(values).toEqual(values.toSorted((p, q) => q - p));
        expect(values.every((value) => value >= 0)).toBe(true);
        expectOrthonormal(u);
        expectOrthonormal(transpose(vt));
        expectClose(matmul(matmul(u, diagonal(s, s.size, s.size)), vt), a, 1e-14);
      }),
      runs,
    );
  });

  it("qr(a): A = Q R, Q orthonormal", () => {
    assert(
      property(matrices(elements), (a) => {
        const { q, r } = qr(a, "complete");
        expectOrthonormal(q);
        expectClose(matmul(q, r), a, 1e-14);
      }),
      runs,
    );
  });

  it("eigh(a): A = V diag(w) V^T, V orthonormal, w in order", () => {
    assert(
      property(square(elements), (root) => {
        const a = add(multiply(root, 0.5), multiply(root.T, 0.5));
        const { eigenvalues, eigenvectors } = eigh(a);
        const values = eigenvalues.toTyped("float64");
        expect(values).toEqual(values.toSorted((p, q) => p - q));
        expectOrthonormal(eigenvectors);
        const back = matmul(multiply(eigenvectors, eigenvalues), eigenvectors.T);
        expectClose(back, a, 1e-14);
      }),
      runs,
    );
  });
});

describe("for matrices of small integers", () => {
  it("lstsq(a, b): the residual is orthogonal to A, and x to A's null space", () => {
    assert(
      property(matrices(small), small, (a, seed) => {
        const m = a.shape[0];
        const b = new NDArray(
          Float64Array.from({ length: m }, (_, i) => Math.sin(seed + i)),
          [m],
          "float64",
        );
        const { x, rank } = lstsq(a, b);
        expect(rank).toBe(matrixRank(a));
        const residual = subtract(b, matmul(a, x));
        const scale = Math.max(1, largest(a)) ** 2;
        expect(largest(matmul(a.T, residual))).toBeLessThan(1e-11 * scale);
        const projected = matmul(pinv(a, { rcond: 1e-10 }), matmul(a, x));
        expectClose(projected, x, 1e-10);
      }),
      runs,
    );
  });

  it("pinv(a) satisfies Penrose's four conditions", () => {
    assert(
      property(matrices(small), (a) => {
        const inverse = pinv(a, { rcond: 1e-10 });
        const left = matmul(inverse, a);
        const right = matmul(a, inverse);
        expectClose(matmul(a, left), a, 1e-10);
        expectClose(matmul(left, inverse), inverse, 1e-10);
        expectClose(left.T, left, 1e-10, 1);
        expectClose(right.T, right, 1e-10, 1);
      }),
      runs,
    );
  });

  it("det(A B) is det(A) det(B), and whole", () => {
    assert(
      property(
        integer({ min: 1, max: 5 }).chain((n) => tuple(matrix(n, n, small), matrix(n, n, small))),
        ([a, b]) => {
          const product = det(a) * det(b);
          const size = Math.max(1, norm(a) * norm(b)) ** a.shape[0];
          expect(Math.abs(det(matmul(a, b)) - product)).toBeLessThanOrEqual(1e-13 * size);
          expect(Math.abs(det(a) - Math.round(det(a)))).toBeLessThanOrEqual(
            1e-14 * Math.max(1, norm(a)) ** a.shape[0],
          );
        },
      ),
      runs,
    );
  });

  it("solve(a, b) solves whatever is not singular", () => {
    assert(
      property(square(small), (a) => {
        const n = a.shape[0];
        if (matrixRank(a) < n) return;
        const b = matmul(a, new NDArray(new Float64Array(n).fill(1), [n], "float64"));
        expectClose(solve(a, b), new NDArray(new Float64Array(n).fill(1), [n], "float64"), 1e-9);
      }),
      runs,
    );
  });
});
