import "@ml-roadmap/testing/matchers";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import { conv2dBackward, conv2dForward } from "./conv2d.ts";
import { fusedBackward, fusedForward } from "./fused-conv2d.ts";
import { im2col } from "./im2col.ts";
import { positions } from "./window.ts";

test.each([
  { kernel: 3, stride: 1, padding: 1, channels: 16 },
  { kernel: 5, stride: 1, padding: 2, channels: 1 },
  { kernel: 3, stride: 2, padding: 1, channels: 3 },
  { kernel: 2, stride: 1, padding: 0, channels: 5 },
])("fusedForward(...) and fusedBackward(...) equal the plain functions: %o", (settings) => {
  const { channels, ...window } = settings;
  const random = randomGenerator(1);
  const draw = (shape: number[]) => random.normal(0, 1, shape).astype("float32");
  const [x, filters] = [draw([3, 9, 8, channels]), 6];
  const weight = draw([window.kernel ** 2 * channels, filters]);
  const bias = draw([filters]);
  const columns = im2col(x, window);
  const same = { rtol: 1e-4, atol: 1e-5 };
  expect(fusedForward(x, weight, bias, window)).toBeAllClose(
    conv2dForward(columns, weight, bias),
    same,
  );
  const dY = draw([3 * positions(9, window) * positions(8, window), filters]);
  const ours = fusedBackward(dY, x, weight, window);
  const plain = conv2dBackward(dY, columns, weight, x.shape, window);
  expect(ours.dX).toBeAllClose(plain.dX, same);
  expect(ours.dWeight).toBeAllClose(plain.dWeight, same);
  expect(ours.dBias).toBeAllClose(plain.dBias, same);
});
