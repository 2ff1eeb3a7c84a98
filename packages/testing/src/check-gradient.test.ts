import { describe, expect, it } from "vitest";
import { checkGradient } from "./check-gradient.ts";
import { seededNormal } from "./seeded-normal.ts";

// N samples, D features, K outputs.
const [N, D, K] = [4, 3, 2];
type Matrix = number[][];
const matrix = (seed: number, rows: number, columns: number): Matrix => {
  const values = seededNormal(seed, rows * columns);
  return Array.from({ length: rows }, (_, i) => [
    ...values.subarray(i * columns, (i + 1) * columns),
  ]);
};
const transpose = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};
const matmul = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => transpose(b).map((column) => dot(row, column)));
const sumRows = (a: Matrix) => a.map((row) => row.reduce((s, v) => s + v));
const addTo = (i: number, j: number, change: number, a: Matrix) => {
  a[i][j] += change;
  return a;
};

const X = matrix(1, N, D);
const W = matrix(2, D, K);
const square = matrix(3, 3, 3);
const linear = (x: Matrix) => matmul(x, W);
const linearGradient = (_x: Matrix, dY: Matrix) => matmul(dY, transpose(W));

/** Mean squared error of `X w` against 1. */
const mse = (w: Float64Array) => X.reduce((sum, row) => sum + (dot(row, w) - 1) ** 2, 0) / N;
const mseGradient = (w: Float64Array, scale: number) => {
  const residuals = X.map((row) => dot(row, w) - 1);
  return transpose(X).map((column) => 2 * scale * dot(column, residuals));
};

const cube = (x: Float64Array) => x.map((v) => v ** 3);
const cubeGradient = (x: Float64Array, dY: Float64Array) => x.map((v, i) => dY[i] * 3 * v ** 2);
const addBias = (b: number[]) => square.map((row) => row.map((v, k) => v + b[k]));
const product = (x: Float64Array) => x[0] * x[1];
const first = (x: ArrayLike<number>) => x[0];
const same = (x: Float64Array) => x.slice();
const one = () => [1];

describe("checkGradient passes what is right", () => {
  it("checkGradient(f, grad, x) of a scalar loss asks for its plain gradient", () => {
    const w = seededNormal(4, D);
    const { checked, worst } = checkGradient(mse, (w) => mseGradient(w, 1 / N), w);
    expect(checked).toBe(D);
    expect(worst.relativeError).toBeLessThan(1e-8);
  });

  it("checkGradient(f, grad, x) of a layer hands grad an upstream that differs everywhere", () => {
    let seen: number[] = [];
    const spy = (x: Matrix, dY: Matrix) => {
      seen = dY.flat();
      expect(x).toBe(X);
      return linearGradient(x, dY);
    };
    checkGradient(linear, spy, X);
    expect(new Set(seen).size).toBe(N * K);
    expect(seen.every((value) => Math.abs(value) >= 0.5 && Math.abs(value) <= 1.5)).toBe(true);
  });

  it("checkGradient(f, grad, x) steps in proportion to large elements and puts them back", () => {
    const x = Float64Array.of(1e6, -2, 3e8);
    const { worst } = checkGradient(cube, cubeGradient, x, { rtol: 1e-9, atol: 0 });
    expect(worst.relativeError).toBeLessThan(1e-9);
    expect(x).toEqual(Float64Array.of(1e6, -2, 3e8));
    // One step of fixed size for all would drown in the rounding of 3e8.
    expect(() => checkGradient(cube, cubeGradient, x, { eps: 1e-16, rtol: 1e-9 })).toThrow("wrong");
  });

  it("checkGradient(f, grad, x) writes through a strided view and puts it back", () => {
    const data = seededNormal(5, 12);
    const before = data.slice();
    const view = { data, shape: [2, 3], strides: [1, 4], offset: 1 };
    const map = (v: typeof view, g: (value: number) => number) =>
      [0, 1].map((i) => [0, 1, 2].map((j) => g(v.data[v.offset + i + 4 * j])));
    checkGradient(
      (v) => map(v, Math.sin),
      (v, dY) => map(v, Math.cos).map((row, i) => row.map((slope, j) => slope * dY[i][j])),
      view,
    );
    expect(data).toEqual(before);
  });

  it("checkGradient(f, grad, x, {upstream}) uses the given upstream", () => {
    const upstream = matrix(9, N, K);
    checkGradient(linear, linearGradient, X, { upstream });
    const fixed = () => linearGradient(X, upstream);
    checkGradient(linear, fixed, X, { upstream });
    expect(() => checkGradient(linear, fixed, X)).toThrow("elements are wrong");
  });
});

describe("checkGradient catches what is wrong", () => {
  it("checkGradient(f, grad, x) says what is wrong as the README shows", () => {
    const x = [1, 2, 3, 4];
    const loss = (w: Float64Array) => x.reduce((sum, v) => sum + (v * w[0] - 1) ** 2, 0) / 4;
    const wrong = (w: Float64Array) => [x.reduce((sum, v) => sum + 2 * v * (v * w[0] - 1), 0)];
    expect(() => checkGradient(loss, wrong, Float64Array.of(0.5))).toThrow(
      "checkGradient: 1 of 1 element is wrong (rtol 0.00001, atol 1e-7)\n" +
        "worst at [0]: gradient 10, central difference 2.5, absolute error 7.5, relative error 0.75\n" +
        "the gradient is 4 times the difference: a missing mean, factor or sign?",
    );
  });

  it("checkGradient(f, grad, x) catches a missing 1/N and names the factor", () => {
    expect(() => checkGradient(mse, (w) => mseGradient(w, 1), seededNormal(4, D))).toThrow(
      /3 of 3 elements are wrong[^]*worst at \[\d\]: gradient [^]*the gradient is 4 times the difference/,
    );
  });

  it("checkGradient(f, grad, x) catches a bias gradient summed over the wrong axis", () => {
    // As many samples as outputs: the shape does not give it away.
    const b = Array.from(seededNormal(6, 3));
    checkGradient(addBias, (_b, dY) => sumRows(transpose(dY)), b);
    expect(() => checkGradient(addBias, (_b, dY) => sumRows(dY), b)).toThrow("elements are wrong");
    // A uniform upstream would have let it through.
    const upstream = Array.from({ length: 3 }, () => [1, 1, 1]);
    expect(checkGradient(addBias, (_b, dY) => sumRows(dY), b, { upstream }).checked).toBe(3);
  });

  it("checkGradient(f, grad, x) catches a transposed product", () => {
    const x = matrix(7, 3, 3);
    const check = (grad: (dY: Matrix) => Matrix) =>
      checkGradient(
        (x) => matmul(x, square),
        (_x, dY) => grad(dY),
        x,
      );
    check((dY) => matmul(dY, transpose(square)));
    expect(() => check((dY) => matmul(dY, square))).toThrow("are wrong");
    expect(() => check((dY) => matmul(transpose(dY), transpose(square)))).toThrow("are wrong");
    expect(() => check((dY) => transpose(matmul(dY, transpose(square))))).toThrow("are wrong");
  });

  it("checkGradient(f, grad, x) catches one wrong element among many and points at it", () => {
    expect(() =>
      checkGradient(linear, (x, dY) => addTo(2, 1, 1e-3, linearGradient(x, dY)), X),
    ).toThrow(
      /^checkGradient: 1 of 12 elements are wrong \(rtol 0\.00001, atol 1e-7\)\nworst at \[2, 1\]: /,
    );
  });

  it("checkGradient(f, grad, x) catches NaN and a flipped sign", () => {
    const x = Float64Array.of(1, 2);
    expect(() => checkGradient(product, () => [NaN, 1], x)).toThrow("worst at [0]: gradient NaN");
    expect(() => checkGradient(product, (x) => [-x[1], -x[0]], x)).toThrow(
      "is -1 times the difference",
    );
  });

  it("checkGradient(f, grad, x) catches a gradient of another shape", () => {
    expect(() => checkGradient(linear, (x, dY) => transpose(linearGradient(x, dY)), X)).toThrow(
      "checkGradient: grad has shape (3, 4), x has (4, 3)",
    );
  });
});

describe("checkGradient refuses what it cannot check", () => {
  const x = Float64Array.of(1, 2);
  it("checkGradient(f, grad, x) refuses a function that is random or not finite", () => {
    let call = 0;
    expect(() => checkGradient((x) => x[0] + call++, one, x)).toThrow("differs between two calls");
    expect(() => checkGradient(() => NaN, one, x)).toThrow("f(x) is not finite");
  });

  it("checkGradient(f, grad, x) refuses an x that cannot take float64 steps", () => {
    expect(() => checkGradient(first, one, Float32Array.of(1))).toThrow(
      "x must be float64, found Float32Array",
    );
    expect(() => checkGradient((x: number) => x, one, 1)).toThrow("Float64Array.of(x)");
    const broadcast = { data: x, shape: [2], strides: [0], offset: 0 };
    expect(() => checkGradient(() => 1, one, broadcast)).toThrow("share memory");
    expect(() =>
      checkGradient(
        () => 1,
        () => [],
        new Float64Array(0),
      ),
    ).toThrow("x is empty");
  });

  it("checkGradient(f, grad, x) refuses an upstream of another shape and a grad that changes x", () => {
    const upstream = Float64Array.of(1);
    expect(() => checkGradient(same, one, x, { upstream })).toThrow(
      "upstream has shape (1,), f(x) has (2,)",
    );
    expect(() => checkGradient(same, (x) => x.fill(0), x.slice())).toThrow("grad changed x");
  });

  it("checkGradient(f, grad, x) puts x back when f throws on the way", () => {
    const moved = Float64Array.of(1, 2);
    expect(() =>
      checkGradient(
        (x) => {
          if (x[1] !== 2) throw new RangeError("too far");
          return x[0];
        },
        () => [1, 0],
        moved,
      ),
    ).toThrow("too far");
    expect(moved).toEqual(Float64Array.of(1, 2));
  });
});
