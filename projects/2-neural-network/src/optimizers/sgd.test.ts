import "@ml-roadmap/testing/matchers";
import { array } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { paths } from "./pytorch-path.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";

describe("2.6 sgd", () => {
  test.each([
    ["sgd", sgd()],
    ["momentum", sgd({ momentum: 0.9 })],
    ["nesterov", sgd({ momentum: 0.9, nesterov: true })],
  ])("follows PyTorch's %s", (name, optimizer) => {
    const { ours, theirs } = paths(name, optimizer);
    ours.forEach((value, i) => expect(value).toBeAllClose(theirs.at(i), { rtol: 1e-12 }));
  });

  test("changes neither the value nor the state it was given", () => {
    const value = array([1, 2]);
    const optimizer = sgd({ momentum: 0.9 });
    const state = optimizer.init(value);
    const gradient = array([1, 1]);
    optimizer.update({ value, gradient, state, step: 1, learningRate: 1, weightDecay: 0 });
    expect([value.toArray(), state["velocity"].toArray()]).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });
});

test("rmsprop follows PyTorch", () => {
  const { ours, theirs } = paths("rmsprop", rmsprop());
  ours.forEach((value, i) => expect(value).toBeAllClose(theirs.at(i), { rtol: 1e-7 }));
});
