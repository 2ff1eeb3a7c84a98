import { describe, expect, test } from "vitest";
import { maxReduction, minReduction, sumReduction } from "../../reduce/operations.ts";
import type { FloatArray } from "../floatArray.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { rowsKernels } from "./rowsKernels.ts";

const heap = new Heap();
const runtimes = testableVariants().map((variant) => new Runtime(variant, heap));
const reductions = { sum: sumReduction, max: maxReduction, min: minReduction };
const shapes = [[1, 300], [2, 129], [5, 64], [127, 33], [130, 40], [300, 7], [2000, 1], [3, 2500], [260, 1030]] as const; // prettier-ignore

describe.each(runtimes)("variant $variant", (runtime) => {
  describe.each(["f32", "f64"] as const)("%s", (type) => {
    const dtype = type === "f32" ? "float32" : "float64";
    const places = {
      heap: (size: number): FloatArray => heap.view(dtype, size),
      outside: (size: number): FloatArray =>
        type === "f32" ? new Float32Array(size) : new Float64Array(size),
    };

    test.each(["sum", "max", "min"] as const)(
      "%s of rows has the bits of the plain loop",
      (name) => {
        const kernel = rowsKernels(runtime, type)[name];
        const plain = reductions[name].rows(dtype);
        for (const place of ["heap", "outside"] as const)
          for (const [n, m] of shapes)
            for (const gap of [0, 3])
              for (const spoil of [false, true]) {
                const x = places[place](n * (m + gap) + 1);
                const next = numbers(n + m);
                for (let i = 0; i < x.length; i++) x[i] = next() * 100;
                if (spoil)
                  for (const column of [0, m >> 1, m - 1])
                    x[1 + (n >> 1) * (m + gap) + column] = NaN;
                const expected = new Float64Array(m + 2).fill(reductions[name].initial);
                const found = expected.slice();
                plain(n, m, x, 1, m + gap, 1, expected, 2);
                const done = kernel(n, m, x, 1, m + gap, 1, found, 2);
                if (done) expect(found).toEqual(expected);
                else expect(place === "heap" ? n * m >= 256 : n * m >= 2000).toBe(false);
                if (place === "heap") heap.release(x.byteOffset);
              }
      },
    );

    test("max and min of rows with infinities of both signs are exact", () => {
      const x = places.outside(4000).fill(1);
      for (let i = 0; i < 4000; i += 7) x[i] = i % 2 === 0 ? Infinity : -Infinity;
      for (const name of ["max", "min"] as const) {
        const found = new Float64Array(400).fill(reductions[name].initial);
        const expected = found.slice();
        reductions[name].rows(dtype)(10, 400, x, 0, 400, 1, expected, 0);
        expect(rowsKernels(runtime, type)[name](10, 400, x, 0, 400, 1, found, 0)).toBe(true);
        expect(found).toEqual(expected);
      }
    });

    test("sum of rows of negative zeros is a negative zero", () => {
      const x = places.outside(3000).fill(-0);
      const acc = new Float64Array(1000).fill(-0);
      expect(rowsKernels(runtime, type)["sum"](3, 1000, x, 0, 1000, 1, acc, 0)).toBe(true);
      expect(acc.every((value) => Object.is(value, -0))).toBe(true);
    });
  });
});
