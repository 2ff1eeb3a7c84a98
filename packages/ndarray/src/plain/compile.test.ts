import { expect, it } from "vitest";
import { compileBinary, compileChoose, compileUnary } from "./compile.ts";

it("compileUnary(expression) loops over rows with strides, also backwards", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  const out = new Float64Array(6);
  compileUnary("x * 10")(2, 3, x, 5, -3, -1, out, 0, 3, 1);
  expect(Array.from(out)).toEqual([60, 50, 40, 30, 20, 10]);
  compileUnary("x")(1, 6, x, 0, 0, 1, out, 0, 0, 1);
  expect(Array.from(out)).toEqual(Array.from(x));
});

it("compileBinary(expression) has ways for contiguous, scalar and strided operands", () => {
  const subtract = compileBinary("x - y");
  const x = Float64Array.of(10, 20, 30, 40);
  const y = Float64Array.of(1, 2, 3, 4);
  const run = (xs: number, ys: number, os: number, n: number): number[] => {
    const out = new Float64Array(4);
    subtract(1, n, x, 0, 0, xs, y, 0, 0, ys, out, 0, 0, os);
    return Array.from(out);
  };
  expect(run(1, 1, 1, 4)).toEqual([9, 18, 27, 36]);
  expect(run(1, 0, 1, 4)).toEqual([9, 19, 29, 39]);
  expect(run(0, 1, 1, 4)).toEqual([9, 8, 7, 6]);
  expect(run(2, 1, 2, 2)).toEqual([9, 0, 28, 0]);
});

it("compileChoose(comment) picks by condition", () => {
  const out = new Int32Array(2);
  const condition = Uint8Array.of(0, 1);
  compileChoose("test")(
    1,
    2,
    condition,
    0,
    0,
    1,
    Int32Array.of(5),
    0,
    0,
    0,
    Int32Array.of(7, 8),
    0,
    0,
    1,
    out,
    0,
    0,
    1,
  );
  expect(Array.from(out)).toEqual([7, 5]);
});
