import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { reluBackward, reluForward } from "./relu.ts";

const of = pytorch("relu");

describe("2.4 reluForward", () => {
  test("equals PyTorch", () => expect(reluForward(of("x"))).toBeAllClose(of("y")));

  test("leaves its input alone", () => {
    const x = array([-1, 2]);
    reluForward(x);
    expect(x.toArray()).toEqual([-1, 2]);
  });
});

describe("2.4 reluBackward", () => {
  test("equals PyTorch", () => expect(reluBackward(of("dY"), of("x"))).toBeAllClose(of("d_x")));

  test("passes nothing where the input was exactly 0", () => {
    expect(reluBackward(array([5, 6, 7]), array([-1, 0, 1])).toArray()).toEqual([0, 0, 7]);
  });
});
