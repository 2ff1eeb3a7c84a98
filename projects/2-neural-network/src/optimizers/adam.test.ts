import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { adam } from "./adam.ts";
import { paths } from "./pytorch-path.ts";

describe("2.7 adam", () => {
  test("follows PyTorch's AdamW", () => {
    const { ours, theirs } = paths("adam", adam());
    ours.forEach((value, i) => expect(value).toBeAllClose(theirs.at(i), { rtol: 1e-9 }));
  });

  test("moves by the learning rate in its first step, however small the gradient", () => {
    const optimizer = adam();
    const value = array([1, 1]);
    const step = {
      value,
      state: optimizer.init(value),
      step: 1,
      learningRate: 0.5,
      weightDecay: 0,
    };
    const { value: moved } = optimizer.update({ ...step, gradient: array([1e-3, -1e3]) });
    expect(moved).toBeAllClose([0.5, 1.5], { rtol: 1e-4 });
  });
});
