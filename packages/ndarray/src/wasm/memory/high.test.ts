import { expect, test } from "vitest";
import { binaryKernels, unaryKernels } from "../elementwise/kernels.ts";
import { gemmKernel } from "../gemm/gemm.ts";
import { reduceKernels } from "../reduce/kernels.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { Heap } from "./heap.ts";

test("kernels give the same results above 2 GiB, where addresses are negative as signed numbers", () => {
  const heap = new Heap();
  const random = numbers(8);
  const low = Array.from({ length: 4 }, () => heap.view("float32", 5000));
  for (const array of low.slice(0, 2)) for (let i = 0; i < array.length; i++) array[i] = random();
  // This array ends past the border, the next ones lie beyond it.
  heap.allocate(2 ** 31 - heap.stats().used - 70_000);
  const high = low.map((array) => {
    const copy = heap.view("float32", array.length);
    copy.set(array);
    return copy;
  });
  expect(high[0].byteOffset).toBeLessThan(2 ** 31);
  expect(high[3].byteOffset).toBeGreaterThan(2 ** 31);
  for (const variant of testableVariants()) {
    const runtime = new Runtime(variant, heap);
    const results = [low, high].map(([a, b, c, d]) => {
      gemmKernel(runtime, "f32")(50, 60, 70, 1, a, 0, 70, 1, b, 0, 1, 70, 0, c, 0, 60, 1);
      binaryKernels(runtime, "f32")["add"](5000, a, 0, 1, b, 0, 1, d, 0, 1);
      unaryKernels(runtime, "f32")["exp"](1000, d, 0, 3, d, 0, 3);
      const sums = ["sum", "max", "argmax"].map((name) =>
        reduceKernels(runtime, "f32")[name](5000, d, 0, 1),
      );
      return { product: [...c.subarray(0, 3000)], d: [...d], sums };
    });
    expect(results[1]).toEqual(results[0]);
  }
});
