import "@ml-roadmap/testing/matchers";
import { array, randomGenerator, type NDArray } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { Conv2d, conv2dBackward, conv2dForward } from "./conv2d.ts";

describe("2.14 conv2dForward", () => {
  test("multiplies each window by each filter and adds the bias", () => {
    const columns = array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const y = conv2dForward(
      columns,
      array([
        [1, 10, 100],
        [2, 20, 200],
      ]),
      array([0.5, 0, 0]),
    );
    expect(y.toArray()).toEqual([
      [5.5, 50, 500],
      [11.5, 110, 1100],
      [17.5, 170, 1700],
    ]);
  });
});

describe("2.14 conv2dBackward", () => {
  // A 1 x 1 kernel makes every window one pixel, so the expected gradients can be seen.
  const window = { kernel: 1, stride: 1, padding: 0 };
  const columns = array([
    [1, 2],
    [3, 4],
  ]);
  const weight = array([
    [1, -1, 2],
    [0, 3, 1],
  ]);
  const dY = array([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  test("gives the gradients of a dense layer on the windows", () => {
    const { dX, dWeight, dBias } = conv2dBackward(dY, columns, weight, [1, 1, 2, 2], window);
    expect(dX.shape).toEqual([1, 1, 2, 2]);
    expect(dX.reshape(2, 2).toArray()).toEqual([
      [5, 9],
      [11, 21],
    ]);
    expect(dWeight.toArray()).toEqual([
      [13, 17, 21],
      [18, 24, 30],
    ]);
    expect(dBias.toArray()).toEqual([5, 7, 9]);
  });
});

describe.each(["conv2d", "conv2dStride", "conv2dValid"])("Conv2d, PyTorch's %s", (name) => {
  const of = pytorch(name);
  const { kernel, stride, padding } = {
    conv2d: { kernel: 3, stride: 1, padding: 1 },
    conv2dStride: { kernel: 3, stride: 2, padding: 1 },
    conv2dValid: { kernel: 2, stride: 1, padding: 0 },
  }[name]!;

  test("equals PyTorch forward and backward", () => {
    const random = randomGenerator(0);
    const layer = new Conv2d({ channels: 3, filters: 2, kernel, stride, padding }, random);
    const [weight, bias] = layer.parameters;
    weight.value = of("weight").reshape(-1, 2);
    bias.value = of("bias");
    const same = (a: NDArray, b: NDArray) => expect(a).toBeAllClose(b, { rtol: 1e-9, atol: 1e-12 });
    same(layer.forward(of("x"), { training: true, random }), of("y"));
    same(layer.backward(of("dY")), of("d_x"));
    same(weight.gradient, of("d_weight").reshape(-1, 2));
    same(bias.gradient, of("d_bias"));
  });
});
