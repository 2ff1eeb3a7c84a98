import { describe, expect, it } from "vitest";
import { array } from "../creation/array.ts";
import { ones } from "../creation/filled.ts";
import { arange } from "../creation/range.ts";
import { add, divide, multiply, power, square, subtract } from "../elementwise/arithmetic.ts";
import { sum } from "../reduce/sum.ts";
import { matmul } from "../products/matmul.ts";
import { randomGenerator } from "../random/generator.ts";
import {
  diagonal,
  expectClose,
  expectOrthonormal,
  fixture,
  number,
  restore,
  transpose,
} from "./fixture.test.helper.ts";
import type { Kept, Spelled } from "./fixture.test.helper.ts";
import { eigh } from "./eigh.ts";
import { lstsq } from "./lstsq.ts";
import { matrixRank } from "./matrixRank.ts";
import { norm } from "./norm.ts";
import { pinv } from "./pinv.ts";
import { qr } from "./qr.ts";
import { svd, svdvals } from "./svd.ts";

interface Fit {
  b: Kept;
  x: Kept;
  residuals: Kept;
  rank: number;
}

interface General {
  name: string;
  a: Kept;
  s: Kept;
  pinv: Kept | null;
  rank: number;
  r: Kept | null;
  norms: Record<string, Spelled>;
  vector?: Fit;
  matrix?: Fit;
}

const cases: General[] = JSON.parse(fixture("general"));
const orders = { "1": 1, "-1": -1, "2": 2, "-2": -2, inf: Infinity, "-inf": -Infinity } as const;

function order(name: string): number | "fro" | "nuc" {
  if (name === "fro" || name === "nuc") return name;
  return Object.entries(orders).find(([key]) => key === name)?.[1] ?? NaN;
}

describe.each(cases)("of $name", (given) => {
  const a = restore(given.a);
  const [m, n] = a.shape;
  const s = restore(given.s);
  const largest = s.size > 0 ? s.get(0) : 0;
  /** The ratio of the largest singular value to the smallest that counts. */
  const condition = given.rank > 0 ? largest / s.get(given.rank - 1) : 1;

  it("svd(a): NumPy's values, and A = U diag(s) V^T with orthonormal U and V", () => {
    for (const fullMatrices of [true, false]) {
      const found = svd(a, { fullMatrices });
      const p = Math.min(m, n);
      const [rows, columns] = fullMatrices ? [m, n] : [p, p];
      expect(found.u.shape).toEqual([m, rows]);
      expect(found.vt.shape).toEqual([columns, n]);
      expectClose(found.s, s, 1e-14, largest);
      expectOrthonormal(found.u);
      expectOrthonormal(transpose(found.vt));
      const product = matmul(matmul(found.u, diagonal(found.s, rows, columns)), found.vt);
      expectClose(product, a, 1e-14, largest);
    }
    expectClose(svdvals(a), s, 1e-14, largest);
  });

  it("qr(a): NumPy's R, and A = Q R with orthonormal Q and triangular R", () => {
    for (const mode of ["reduced", "complete"] as const) {
      const { q, r } = qr(a, mode);
      const k = mode === "complete" ? m : Math.min(m, n);
      expect([q.shape, r.shape]).toEqual([
        [m, k],
        [k, n],
      ]);
      expectOrthonormal(q);
      expectClose(matmul(q, r), a, 1e-14, largest);
      for (let i = 0; i < k; i++)
        for (let j = 0; j < Math.min(i, n); j++) expect(r.get(i, j)).toBe(0);
      if (given.r !== null && mode === "reduced") {
        expectClose(r, restore(given.r), 1e-14, largest);
      }
    }
  });

  it("matrixRank(a) and pinv(a), as NumPy", () => {
    expect(matrixRank(a)).toBe(given.rank);
    if (given.pinv === null) return;
    const expected = restore(given.pinv);
    if (given.rank === Math.min(m, n)) expectClose(pinv(a), expected, 1e-15 * (10 + condition));
    else expect(pinv(a, { rcond: 1e-12 }).shape).toEqual([n, m]);
  });

  it("pinv(a) is a pseudo-inverse", () => {
    const inverse = pinv(a, { rcond: 1e-12 });
    if (condition > 1e6) return;
    expectClose(matmul(matmul(a, inverse), a), a, 1e-9);
    expectClose(matmul(matmul(inverse, a), inverse), inverse, 1e-9);
  });

  it("norm(a, order) for every order of matrices, as NumPy", () => {
    for (const [name, value] of Object.entries(given.norms)) {
      expectClose(array(norm(a, order(name))), array(number(value)), 1e-13, largest);
    }
  });

  it("lstsq(a, b) with a vector and with a matrix, as NumPy", () => {
    for (const fit of [given.vector, given.matrix]) {
      if (fit === undefined) continue;
      const found = lstsq(a, restore(fit.b));
      expect(found.rank).toBe(fit.rank);
      expectClose(found.singularValues, s, 1e-14, largest);
      expectClose(found.x, restore(fit.x), 1e-14 * (10 + condition));
      expectClose(found.residuals, restore(fit.residuals), 1e-12, norm(restore(fit.b)) ** 2);
    }
  });
});

describe("larger ones, across panels", () => {
  it.each([
    [64, 64],
    [100, 33],
    [33, 100],
    [300, 40],
  ])("svd and qr of %i x %i", (m, n) => {
    const a = randomGenerator(m + n).standardNormal([m, n]);
    const { u, s, vt } = svd(a, { fullMatrices: false });
    expectOrthonormal(u);
    expectOrthonormal(transpose(vt));
    expectClose(matmul(matmul(u, diagonal(s, s.size, s.size)), vt), a, 1e-13);
    const { q, r } = qr(a);
    expectOrthonormal(q);
    expectClose(matmul(q, r), a, 1e-13);
  });

  it("svd and eigh of large matrices without full rank", () => {
    const n = 90;
    const i = arange(n);
    const root = randomGenerator(5).standardNormal([n, 4]);
    const singular = {
      "of ones": ones([n, n]),
      Hilbert: divide(1, add(add(i.at(":", null), i), 1)),
      "of rank 4": matmul(root, root.T),
      "far apart": multiply(power(10, multiply(i, -1).at(":", null)), ones([n, n])),
    };
    for (const a of Object.values(singular)) {
      const { u, s, vt } = svd(a);
      expectOrthonormal(u);
      expectOrthonormal(transpose(vt));
      expectClose(matmul(multiply(u, s), vt), a, 1e-12);
      const symmetric = matmul(a, a.T);
      const { eigenvalues, eigenvectors } = eigh(symmetric);
      expectOrthonormal(eigenvectors);
      expectClose(matmul(multiply(eigenvectors, eigenvalues), eigenvectors.T), symmetric, 1e-12);
    }
    expect(matrixRank(singular["of ones"])).toBe(1);
    expect(matrixRank(singular["of rank 4"])).toBe(4);
  });

  it("svd(a) takes stacks and gives float32 for float32", () => {
    const a = randomGenerator(1).standardNormal([2, 3, 4, 5]);
    const found = svd(a);
    expect([found.u.shape, found.s.shape, found.vt.shape]).toEqual([
      [2, 3, 4, 4],
      [2, 3, 4],
      [2, 3, 5, 5],
    ]);
    expectClose(found.s.at(1, 2), svd(a.at(1, 2)).s);
    expect(svd(a.astype("float32")).u.dtype).toBe("float32");
    expect(qr(a.astype("float32")).r.dtype).toBe("float32");
    expect(qr(a).q.shape).toEqual([2, 3, 4, 4]);
    expect(pinv(a).shape).toEqual([2, 3, 5, 4]);
  });
});

describe("lstsq(a, b)", () => {
  it("finds what noise hides, and its residuals", () => {
    const rng = randomGenerator(3);
    const a = rng.standardNormal([500, 6]);
    const truth = array([1, -2, 3, 0, 0.5, 4]);
    const b = matmul(a, truth);
    b.set(subtract(b, rng.normal(0, 1e-3, 500)));
    const { x, residuals, rank, singularValues } = lstsq(a, b);
    expect([rank, residuals.shape, singularValues.shape]).toEqual([6, [1], [6]]);
    expectClose(x, truth, 1e-3);
    expectClose(residuals, array([sum(square(subtract(b, matmul(a, x))))]), 1e-9);
  });

  it("rcond decides which singular values count", () => {
    const a = [[1, 0], [0, 1e-6]]; // prettier-ignore
    expect(lstsq(a, [1, 1]).rank).toBe(2);
    const cut = lstsq(a, [1, 1], { rcond: 1e-3 });
    expect(cut.rank).toBe(1);
    expectClose(cut.x, array([1, 0]));
    expect(cut.residuals.shape).toEqual([0]);
  });

  it("says what is wrong", () => {
    expect(() => lstsq([[1, 2]], [1, 2])).toThrow("got (1, 2) and (2,)");
    expect(() => lstsq([[1, NaN]], [1])).toThrow("lstsq: the matrix holds NaN (row 0, column 1)");
    expect(() => lstsq([[1, 2]], [NaN])).toThrow("lstsq: the matrix holds NaN");
    expect(() => svd([[Infinity]])).toThrow("svd: the matrix holds Infinity");
    expect(() => matrixRank([1, 2])).toThrow("matrixRank: expected a matrix (M, N)");
  });
});
