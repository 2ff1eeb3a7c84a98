import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { maxPoolBackward, maxPoolForward } from "./max-pool.ts";

const of = pytorch("maxPool");

describe("2.15 maxPoolForward", () => {
  test("equals PyTorch, rows and columns that fill no window left out", () => {
    expect(maxPoolForward(of("x"), 2).y).toBeAllClose(of("y"));
  });

  test("says where each maximum was, the first of equals", () => {
    const x = array([1, 3, 3, 3, 3, -1, -5, 3]).reshape(1, 2, 4, 1);
    const { y, from } = maxPoolForward(x, 2);
    expect(y.ravel().toArray()).toEqual([3, 3]);
    expect([...from]).toEqual([1, 2]);
  });

  test("finds the maximum of negative numbers", () => {
    expect(maxPoolForward(array([-4, -3, -2, -9]).reshape(1, 2, 2, 1), 2).y.item()).toBe(-2);
  });
});

describe("2.15 maxPoolBackward", () => {
  test("gives each gradient to the pixel that was the maximum", () => {
    const dX = maxPoolBackward(
      array([7, 8]).reshape(1, 1, 2, 1),
      Int32Array.of(1, 6),
      [1, 2, 4, 1],
    );
    expect(dX.ravel().toArray()).toEqual([0, 7, 0, 0, 0, 0, 8, 0]);
  });
});
