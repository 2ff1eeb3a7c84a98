import "@ml-roadmap/testing/matchers";
import { arange, multiply, sum } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { col2im, im2col } from "./im2col.ts";

describe("2.13 im2col", () => {
  const image = arange(9).reshape(1, 3, 3, 1);

  test("puts one window in each row", () => {
    const columns = im2col(image, { kernel: 2, stride: 1, padding: 0 });
    expect(columns.toArray()).toEqual([
      [0, 1, 3, 4],
      [1, 2, 4, 5],
      [3, 4, 6, 7],
      [4, 5, 7, 8],
    ]);
  });

  test("pads with zeros", () => {
    const columns = im2col(image, { kernel: 3, stride: 2, padding: 1 });
    expect(columns.shape).toEqual([4, 9]);
    expect(columns.at(0).toArray()).toEqual([0, 0, 0, 0, 0, 1, 0, 3, 4]);
    expect(columns.at(3).toArray()).toEqual([4, 5, 0, 7, 8, 0, 0, 0, 0]);
  });

  test("keeps a pixel's channels together and its images apart", () => {
    const x = arange(2 * 2 * 2 * 3).reshape(2, 2, 2, 3);
    const columns = im2col(x, { kernel: 2, stride: 1, padding: 0 });
    expect(columns.toArray()).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
    ]);
  });
});

describe("2.13 col2im", () => {
  test("adds up what overlapping windows send to one pixel", () => {
    const ones = multiply(arange(16).reshape(4, 4), 0).astype("float64");
    ones.set(1);
    const dX = col2im(ones, [1, 3, 3, 1], { kernel: 2, stride: 1, padding: 0 });
    expect(dX.reshape(3, 3).toArray()).toEqual([
      [1, 2, 1],
      [2, 4, 2],
      [1, 2, 1],
    ]);
  });

  test.each([
    { kernel: 3, stride: 1, padding: 1 },
    { kernel: 3, stride: 2, padding: 1 },
    { kernel: 2, stride: 1, padding: 0 },
  ])("is the transpose of im2col: <im2col(x), c> = <x, col2im(c)>, %o", (window) => {
    const x = pytorch("conv2d")("x");
    const rows = ((5 + 2 * window.padding - window.kernel) / window.stride + 1) | 0;
    const columns = ((4 + 2 * window.padding - window.kernel) / window.stride + 1) | 0;
    const shape = [2 * rows * columns, window.kernel ** 2 * 3];
    const c = arange(shape[0] * shape[1]).reshape(shape);
    // The left side by hand: this test needs nothing but col2im.
    let left = 0;
    for (let r = 0; r < shape[0]; r++)
      for (let j = 0; j < shape[1]; j++) {
        const [n, p, q] = [
          Math.floor(r / (rows * columns)),
          Math.floor(r / columns) % rows,
          r % columns,
        ];
        const [k, l] = [Math.floor(j / (window.kernel * 3)), Math.floor(j / 3) % window.kernel];
        const [row, column] = [
          p * window.stride + k - window.padding,
          q * window.stride + l - window.padding,
        ];
        if (row >= 0 && row < 5 && column >= 0 && column < 4)
          left += x.get(n, row, column, j % 3) * c.get(r, j);
      }
    expect(sum(multiply(x, col2im(c, x.shape, window)))).toBeCloseTo(left, 8);
  });
});
