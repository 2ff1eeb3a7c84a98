import { array, multiply, add, randomGenerator, type NDArray } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import type { Layer } from "./layers/layer.ts";
import { Sequential } from "./network.ts";

const mode = { training: true, random: randomGenerator(0) };

/** y = a x + b, which writes down the order in which it is called. */
function affine(a: number, b: number, calls: string[]): Layer {
  return {
    name: `affine${a}`,
    parameters: [],
    forward(x: NDArray) {
      calls.push(`forward ${a}`);
      return add(multiply(x, a), b);
    },
    backward(dY: NDArray) {
      calls.push(`backward ${a}`);
      return multiply(dY, a);
    },
  };
}

describe("2.9 Sequential.forward", () => {
  test("feeds each layer with the one before", () => {
    const network = new Sequential([affine(2, 1, []), affine(3, 10, [])]);
    expect(network.forward(array([1, 2]), mode).toArray()).toEqual([19, 25]);
  });

  test("of no layers is the identity", () => {
    expect(new Sequential([]).forward(array([4]), mode).toArray()).toEqual([4]);
  });
});

describe("2.9 Sequential.backward", () => {
  test("goes through the layers in reverse and multiplies the derivatives", () => {
    const calls: string[] = [];
    const network = new Sequential([
      affine(2, 1, calls),
      affine(3, 10, calls),
      affine(5, 0, calls),
    ]);
    expect(network.backward(array([1, -1])).toArray()).toEqual([30, -30]);
    expect(calls).toEqual(["backward 5", "backward 3", "backward 2"]);
  });

  test("can be called again: the layers' order is left alone", () => {
    const network = new Sequential([affine(2, 1, []), affine(3, 10, [])]);
    network.backward(array([1]));
    expect(network.layers.map((layer) => layer.name)).toEqual(["affine2", "affine3"]);
  });
});

test("Sequential.parameters names each parameter by its place and writes through", () => {
  const parameter = { name: "weight", value: array([1]), gradient: array([0]), decay: true };
  const layer = { ...affine(1, 0, []), parameters: [parameter] };
  const outer = new Sequential([affine(2, 0, []), new Sequential([layer], "inner")]);
  const [named] = outer.parameters;
  expect(named.name).toBe("1.inner.0.affine1.weight");
  named.value = array([7]);
  expect(parameter.value.item()).toBe(7);
});
