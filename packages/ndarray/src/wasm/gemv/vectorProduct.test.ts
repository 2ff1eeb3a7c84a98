import { describe, expect, test } from "vitest";
import { gemm as plainGemm } from "../../plain/gemm.ts";
import type { FloatArray } from "../floatArray.ts";
import { gemmKernel } from "../gemm/gemm.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";

const heap = new Heap();
const runtimes = testableVariants().map((variant) => new Runtime(variant, heap));
const tolerances = { f32: 1e-7, f64: 2e-16 };

function random(array: FloatArray, seed: number): FloatArray {
  const next = numbers(seed);
  for (let i = 0; i < array.length; i++) array[i] = next();
  return array;
}

describe.each(runtimes)("variant $variant", (runtime) => {
  describe.each(["f32", "f64"] as const)("%s", (type) => {
    const places = {
      heap: (size: number) => heap.view(type === "f32" ? "float32" : "float64", size),
      outside: (size: number) => (type === "f32" ? new Float32Array(size) : new Float64Array(size)),
    };
    const kernel = gemmKernel(runtime, type);

    /** y (m) = alpha A (m, k) x + beta y as a product with one column, or with one row. */
    function check(
      [m, k]: readonly [number, number],
      byColumns: boolean,
      asRow: boolean,
      place: keyof typeof places,
      seed: number,
    ): void {
      const make = places[place];
      const gap = seed % 3;
      const [row, column] = byColumns ? [1, m + gap] : [k + gap, 1];
      const a = random(make((byColumns ? k : m) * ((byColumns ? m : k) + gap) + 2), seed);
      const [xStep, yStep] = [1 + (seed % 2), 1 + ((seed >> 1) % 3)];
      const x = random(make(k * xStep + 1), seed + 1);
      const y = random(make(m * yStep + 1), seed + 2);
      const beta = [0, 1, -0.5][seed % 3];
      if (beta === 0) y.fill(NaN);
      const expected = Float64Array.from(y);
      const numbersOf = (array: FloatArray): Float64Array => Float64Array.from(array);
      if (asRow) {
        plainGemm(1, m, k, 2, numbersOf(x), 1, 0, xStep, numbersOf(a), 2, column, row, beta, expected, 1, 0, yStep); // prettier-ignore
        kernel(1, m, k, 2, x, 1, 0, xStep, a, 2, column, row, beta, y, 1, 0, yStep);
      } else {
        plainGemm(m, 1, k, 2, numbersOf(a), 2, row, column, numbersOf(x), 1, xStep, 0, beta, expected, 1, yStep, 0); // prettier-ignore
        kernel(m, 1, k, 2, a, 2, row, column, x, 1, xStep, 0, beta, y, 1, yStep, 0);
      }
      for (let i = 0; i < y.length; i++) {
        const close = Math.abs(y[i] - expected[i]) <= tolerances[type] * (k + 16);
        if (!close && !Object.is(y[i], expected[i]))
          expect.fail(
            `(${m}, ${k}), ${place}, seed ${seed}: y[${i}] is ${y[i]}, not ${expected[i]}`,
          );
      }
      for (const array of [a, x, y]) if (heap.owns(array)) heap.release(array.byteOffset);
    }

    const shapes = [[1, 3000], [2, 1500], [3, 700], [5, 601], [64, 33], [1100, 7], [1027, 530], [40, 1100]] as const; // prettier-ignore

    test.each(["heap", "outside"] as const)(
      "a product with a vector, arrays in the %s, equals the plain loop",
      (place) => {
        let seed = 0;
        for (const shape of shapes)
          for (const byColumns of [false, true])
            for (const asRow of [false, true]) check(shape, byColumns, asRow, place, seed++);
      },
    );

    test("a long line is staged in pieces", () => {
      check([3, 20_000], false, false, "outside", 4);
      check([20_000, 3], true, false, "outside", 4);
    });

    test("the dot product of many numbers keeps its accuracy", () => {
      const n = 100_003;
      for (const place of ["heap", "outside"] as const) {
        const [x, y, out] = [
          random(places[place](n), 1),
          random(places[place](n), 2),
          places[place](1),
        ];
        let exact = 0;
        for (let i = 0; i < n; i++) exact += x[i] * y[i];
        kernel(1, 1, n, 1, x, 0, n, 1, y, 0, 1, 1, 0, out, 0, 1, 1);
        expect(Math.abs(out[0] - exact)).toBeLessThan(type === "f32" ? 2e-4 : 1e-10);
      }
    });

    test("a rank-1 update is a product with K = 1 that is added to C", () => {
      const [m, n] = [37, 53];
      for (const place of ["heap", "outside"] as const) {
        const [x, y, c] = [m, n, m * n].map((size, seed) => random(places[place](size), seed));
        const expected = c.map((value, i) => {
          const term = 0.5 * x[Math.floor(i / n)] * y[i % n];
          return value + term;
        });
        kernel(m, n, 1, 0.5, x, 0, 1, 1, y, 0, n, 1, 1, c, 0, n, 1);
        c.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(2e-7));
      }
    });
  });
});
