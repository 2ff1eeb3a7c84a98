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

    const makers = {
      "in the heap": (size: number) => heap.view(dtype, size),
      "outside of the heap": (size: number) =>
        type === "f32" ? new Float32Array(size) : new Float64Array(size),
    };
    /** Lines `between` apart with a NaN in the middle one, and what the plain loop makes of each. */
    const prepared = (
      place: keyof typeof makers,
      name: keyof typeof reductions,
      [lines, n]: readonly [number, number],
      step: number,
      between: number,
    ) => {
      const x = makers[place](lines * between + 1);
      const next = numbers(lines + n);
      for (let i = 0; i < x.length; i++) x[i] = next() * 100;
      const first = step < 0 ? n : 1;
      x[first + Math.floor(lines / 2) * between] = NaN;
      const plain = reductions[name].reduce(dtype);
      const expected = new Float64Array(lines + 2).fill(7);
      for (let i = 0; i < lines; i++) expected[1 + i] = plain(n, x, first + i * between, step);
      return { x, first, expected, found: new Float64Array(lines + 2).fill(7) };
    };

    describe.each(["sum", "max", "min"] as const)("%s of each line", (name) => {
      const kernel = linesKernels(runtime, type)[name];

      test("has the bits of the plain loop in the heap", () => {
        for (const shape of shapes)
          for (const step of [1, 2, -1]) {
            const [lines, n] = shape;
            const between = n * Math.abs(step) + 3;
            const { x, first, expected, found } = prepared("in the heap", name, shape, step, between); // prettier-ignore
            expect(kernel(lines, between, n, x, first, step, found, 1)).toBe(true);
            expect(found).toEqual(expected);
            heap.release(x.byteOffset);
          }
      });

      test("has the bits of the plain loop outside of the heap", () => {
        for (const shape of [...shapes, [3, 8192], [40, 1000]] as const)
          for (const gap of [0, 3]) {
            const [lines, n] = shape;
            const between = n + gap;
            const { x, first, expected, found } = prepared("outside of the heap", name, shape, 1, between); // prettier-ignore
            const isTaken = lines * n >= 500 && (gap === 0 || n >= 40);
            expect(kernel(lines, between, n, x, first, 1, found, 1)).toBe(isTaken);
            if (isTaken) expect(found).toEqual(expected);
            else expect(found).toEqual(new Float64Array(lines + 2).fill(7));
          }
      });
    });

    test("strided lines outside of the heap, and those too long to copy, are left to the others", () => {
      const x = makers["outside of the heap"](40_000);
      const out = new Float64Array(10).fill(7);
      const { sum } = linesKernels(runtime, type);
      expect(sum(10, 4000, 2000, x, 0, 2, out, 0)).toBe(false);
      expect(sum(2, 20_000, 20_000, x, 0, 1, out, 0)).toBe(false);
      expect(out).toEqual(new Float64Array(10).fill(7));
    });
  });
});
