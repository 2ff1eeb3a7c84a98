import { describe, expect, test } from "vitest";
import { maxReduction, minReduction, sumReduction } from "../../reduce/operations.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { linesKernels } from "./linesKernels.ts";

const heap = new Heap();
const runtimes = testableVariants().map((variant) => new Runtime(variant, heap));
const reductions = { sum: sumReduction, max: maxReduction, min: minReduction };
const shapes = [[1, 300], [2, 129], [64, 5], [100, 33], [1024, 3], [2500, 10], [1025, 1]] as const; // prettier-ignore

describe.each(runtimes)("variant $variant", (runtime) => {
  describe.each(["f32", "f64"] as const)("%s", (type) => {
    const dtype = type === "f32" ? "float32" : "float64";

    test.each(["sum", "max", "min"] as const)(
      "%s of each line has the bits of the plain loop",
      (name) => {
        const kernel = linesKernels(runtime, type)[name];
        const plain = reductions[name].reduce(dtype);
        for (const [lines, n] of shapes)
          for (const step of [1, 2, -1]) {
            const between = n * Math.abs(step) + 3;
            const x = heap.view(dtype, lines * between + 1);
            const next = numbers(lines + n);
            for (let i = 0; i < x.length; i++) x[i] = next() * 100;
            const first = step < 0 ? n : 1;
            x[first + Math.floor(lines / 2) * between] = NaN;
            const expected = new Float64Array(lines + 2).fill(7);
            for (let i = 0; i < lines; i++)
              expected[1 + i] = plain(n, x, first + i * between, step);
            const found = new Float64Array(lines + 2).fill(7);
            expect(kernel(lines, between, n, x, first, step, found, 1)).toBe(true);
            expect(found).toEqual(expected);
            heap.release(x.byteOffset);
          }
      },
    );

    test("lines outside of the heap are left to the others", () => {
      const x = type === "f32" ? new Float32Array(100) : new Float64Array(100);
      const out = new Float64Array(10).fill(7);
      expect(linesKernels(runtime, type)["sum"](10, 10, 10, x, 0, 1, out, 0)).toBe(false);
      expect(out).toEqual(new Float64Array(10).fill(7));
    });
  });
});
