import { describe, expect, test } from "vitest";
import { compilePairwiseSum } from "../../plain/reduceLoops.ts";
import type { FloatArray } from "../floatArray.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { reduceKernels } from "./kernels.ts";

const heap = new Heap();
const runtimes = testableVariants().map((variant) => new Runtime(variant, heap));
const lengths = [
  32, 33, 40, 63, 64, 65, 127, 128, 129, 136, 257, 511, 512, 513, 1000, 1031, 5000, 70_001,
];
const plainSum = compilePairwiseSum("reduction kernels test");

function extreme(x: FloatArray, better: (a: number, b: number) => number): number {
  let best = x[0];
  for (const value of x) best = better(best, value);
  return best;
}

describe.each(runtimes)("variant $variant", (runtime) => {
  describe.each(["f32", "f64"] as const)("%s", (type) => {
    const kernels = reduceKernels(runtime, type);

    /** Runs a kernel on the same numbers in the heap and outside, with every step. */
    function each(
      name: string,
      fill: (x: FloatArray, seed: number) => void,
      check: (found: number, x: FloatArray, what: string) => void,
    ): void {
      for (const n of lengths)
        for (const step of [1, 2, -1, -3, 5]) {
          const size = n * Math.abs(step);
          const inside = heap.view(type === "f32" ? "float32" : "float64", size);
          fill(inside, n);
          const first = step < 0 ? size - 1 : 0;
          const taken = inside.slice(0, n);
          for (let i = 0; i < n; i++) taken[i] = inside[first + i * step];
          check(kernels[name](n, inside, first, step)!, taken, `heap, n ${n}, step ${step}`);
          const outside = type === "f32" ? Float32Array.from(inside) : Float64Array.from(inside);
          const found = kernels[name](n, outside, first, step);
          if (found === undefined) expect(n < 1000 || Math.abs(step) > 2).toBe(true);
          else check(found, taken, `outside, n ${n}, step ${step}`);
          heap.release(inside.byteOffset);
        }
    }

    const random = (x: FloatArray, seed: number): void => {
      const next = numbers(seed);
      for (let i = 0; i < x.length; i++) x[i] = next() * 1000;
    };

    test("sum(x) has the very bits of the plain pairwise sum", () => {
      each("sum", random, (found, x, what) =>
        expect([what, found]).toEqual([what, plainSum(x.length, x, 0, 1)]),
      );
      each(
        "sum",
        (x) => x.fill(-0),
        (found) => expect(found).toBe(-0),
      );
    });

    test("sum(x) of a million tenths is right to the last digits", () => {
      const n = 1_000_000;
      const x = new Float64Array(n).fill(0.1);
      if (type === "f64") expect(kernels["sum"](n, x, 0, 1)).toBeCloseTo(100_000, 9);
      const single = new Float32Array(n).fill(0.1);
      if (type === "f32") expect(kernels["sum"](n, single, 0, 1)).toBe(100_000.00149011612);
    });

    test("max(x) and min(x) are exact, and NaN when there is one", () => {
      each("max", random, (found, x) => expect(found).toBe(extreme(x, Math.max)));
      each("min", random, (found, x) => expect(found).toBe(extreme(x, Math.min)));
      const spoiled = (x: FloatArray, seed: number): void => {
        random(x, seed);
        x[Math.floor(x.length / 2)] = NaN;
        x[0] = Infinity;
      };
      for (const name of ["max", "min"])
        each(name, spoiled, (found, x) => {
          if (x.some(Number.isNaN)) expect(found).toBeNaN();
        });
      const infinite = (x: FloatArray, seed: number): void => {
        random(x, seed);
        x[1] = Infinity;
        x[x.length - 2] = -Infinity;
      };
      each("max", infinite, (found, x) => expect(found).toBe(extreme(x, Math.max)));
    });

    test("argmax(x) and argmin(x) give the first place of the best, or of a NaN", () => {
      const whole = (x: FloatArray, seed: number): void => {
        const next = numbers(seed);
        for (let i = 0; i < x.length; i++) x[i] = Math.floor(next() * 20);
      };
      each("argmax", whole, (found, x) => expect(found).toBe(x.indexOf(extreme(x, Math.max))));
      each("argmin", whole, (found, x) => expect(found).toBe(x.indexOf(extreme(x, Math.min))));
      const spoiled = (x: FloatArray, seed: number): void => {
        whole(x, seed);
        for (const part of [0.4, 0.7]) x[Math.floor(x.length * part)] = NaN;
      };
      for (const name of ["argmax", "argmin"])
        each(name, spoiled, (found, x) => {
          if (x.some(Number.isNaN)) expect(found).toBe(x.findIndex(Number.isNaN));
        });
      each(
        "argmax",
        (x) => x.fill(-Infinity),
        (found) => expect(found).toBe(0),
      );
      each(
        "argmin",
        (x) => x.fill(NaN),
        (found) => expect(found).toBe(0),
      );
    });
  });
});
