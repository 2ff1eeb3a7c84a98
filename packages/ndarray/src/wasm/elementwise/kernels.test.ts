import { describe, expect, test } from "vitest";
import type { BinaryKernel, UnaryKernel } from "../../kernels.ts";
import type { FloatArray } from "../floatArray.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { binaryKernels, unaryKernels, whereKernel } from "./kernels.ts";

const heap = new Heap();
const runtimes = testableVariants().map((variant) => new Runtime(variant, heap));
const types = ["f32", "f64"] as const;
const places = ["in the heap", "outside"] as const;
const special = [NaN, Infinity, -Infinity, 0, -0, 1e-40, -1e-310, 0.5, 1.5, 2.5, -0.5];

type Make = (size: number) => FloatArray;

function maker(type: "f32" | "f64", place: (typeof places)[number]): Make {
  if (place === "in the heap")
    return (size) => heap.view(type === "f32" ? "float32" : "float64", size);
  return (size) => (type === "f32" ? new Float32Array(size) : new Float64Array(size));
}

/** Numbers of all kinds. */
function filled(array: FloatArray, seed: number): FloatArray {
  const next = numbers(seed);
  for (let i = 0; i < array.length; i++) {
    const kind = (next() + 1) * 10;
    array[i] = kind < 1 ? special[Math.floor(kind * special.length)] : next() * 8;
  }
  return array;
}

/** Lengths around whole vectors, and one that is staged in several chunks. */
const lengths = [32, 33, 34, 35, 36, 37, 38, 39, 63, 1000, 1017, 40_003];

const unaryOperations: Record<string, (x: number) => number> = {
  negative: (x) => -x,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
};

const binaryOperations: Record<string, (x: number, y: number) => number> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  maximum: (x, y) => (x > y || Number.isNaN(x) ? x : y),
  minimum: (x, y) => (x < y || Number.isNaN(x) ? x : y),
};

const comparisons: Record<string, (x: number, y: number) => boolean> = {
  equal: (x, y) => x === y,
  notEqual: (x, y) => x !== y,
  less: (x, y) => x < y,
  lessEqual: (x, y) => x <= y,
  greater: (x, y) => x > y,
  greaterEqual: (x, y) => x >= y,
};

function checkUnary(kernel: UnaryKernel, operation: (x: number) => number, make: Make): void {
  for (const n of lengths)
    for (const [xStep, outStep] of [
      [1, 1],
      [2, 1],
      [1, 3],
      [-1, 1],
      [-2, 1],
      [-1, 2],
    ]) {
      const x = filled(make(n * 2 + 1), n);
      const out = make(n * 3 + 1).fill(77);
      const first = xStep < 0 ? (n - 1) * -xStep : 1;
      const rounded = out.slice(0, n);
      for (let i = 0; i < n; i++) rounded[i] = operation(x[first + i * xStep]);
      const expected = out.slice();
      for (let i = 0; i < n; i++) expected[1 + i * outStep] = rounded[i];
      if (kernel(n, x, first, xStep, out, 1, outStep))
        same(out, expected, `n ${n}, ${xStep}, ${outStep}`);
      else expect(heap.owns(x) || (outStep === 1 && n >= 1000 && Math.abs(xStep) <= 2)).toBe(false);
      for (const array of [x, out]) if (heap.owns(array)) heap.release(array.byteOffset);
    }
}

function same(found: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  for (let i = 0; i < expected.length; i++)
    if (!Object.is(found[i], expected[i]))
      expect.fail(`${what}: element ${i} is ${found[i]}, not ${expected[i]}`);
}

function checkBinary(
  kernel: BinaryKernel,
  operation: (x: number, y: number) => number,
  make: Make,
  makeOut: (size: number) => FloatArray | Uint8Array,
): void {
  for (const n of lengths)
    for (const [aStep, bStep, outStep] of [
      [1, 1, 1],
      [0, 1, 1],
      [1, 0, 1],
      [2, 1, 1],
      [-1, 2, 1],
      [0, -2, 1],
      [1, -1, 2],
      [0, 2, 3],
    ]) {
      const a = filled(make(n * 2 + 1), n);
      const b = filled(make(n * 2 + 1), n + 1);
      const out = makeOut(n * 3 + 1).fill(77);
      const aFirst = aStep < 0 ? n : 1;
      const bFirst = bStep < 0 ? (n - 1) * -bStep : 0;
      const expected = out.slice();
      for (let i = 0; i < n; i++)
        expected[i * outStep] = operation(a[aFirst + i * aStep], b[bFirst + i * bStep]);
      const done = kernel(n, a, aFirst, aStep, b, bFirst, bStep, out, 0, outStep);
      if (done) same(out, expected, `n ${n}, steps ${aStep}, ${bStep}, ${outStep}`);
      else expect(heap.owns(a) || (outStep === 1 && n >= 1000)).toBe(false);
      for (const array of [a, b, out]) if (heap.owns(array)) heap.release(array.byteOffset);
    }
}

describe.each(runtimes)("variant $variant", (runtime) => {
  describe.each(types)("%s", (type) => {
    describe.each(places)("%s", (place) => {
      const make = maker(type, place);

      test.each(Object.entries(unaryOperations))(
        "%s(x) equals the plain operation, bit by bit",
        (name, operation) => {
          checkUnary(unaryKernels(runtime, type)[name], operation, make);
        },
      );

      test.each(Object.entries(binaryOperations))(
        "%s(a, b) equals the plain operation, bit by bit",
        (name, operation) => {
          checkBinary(binaryKernels(runtime, type)[name], operation, make, make);
        },
      );

      test.each(Object.entries(comparisons))(
        "%s(a, b) gives the plain comparison's bytes",
        (name, operation) => {
          const makeOut = (size: number): Uint8Array =>
            place === "outside" ? new Uint8Array(size) : heap.view("uint8", size);
          checkBinary(
            binaryKernels(runtime, type)[name],
            (x, y) => Number(operation(x, y)),
            make,
            makeOut,
          );
        },
      );

      test("where(condition, a, b) takes from a where the byte is not 0", () => {
        const kernel = whereKernel(runtime, type);
        const next = numbers(3);
        for (const n of lengths)
          for (const [aStep, bStep] of [
            [1, 1],
            [0, 1],
            [3, 1],
            [1, -2],
          ] as const) {
            const [a, b, out] = [1, 2, 3].map((seed) => filled(make(3 * n + 1), seed));
            const condition = place === "outside" ? new Uint8Array(n) : heap.view("uint8", n);
            for (let i = 0; i < n; i++) condition[i] = Math.max(0, Math.floor(next() * 255));
            const expected = out.slice();
            const bFirst = bStep < 0 ? (n - 1) * -bStep : 0;
            for (let i = 0; i < n; i++)
              expected[1 + i] = condition[i] === 0 ? b[bFirst + i * bStep] : a[1 + i * aStep];
            if (kernel(n, condition, 0, a, 1, aStep, b, bFirst, bStep, out, 1))
              same(out, expected, `n ${n}`);
            else expect(place === "outside" && (aStep !== 1 || n < 1000)).toBe(true);
          }
      });

      test("kernels take several rows in one call, whose scalars may differ", () => {
        const [n, rows] = [260, 5];
        const [a, b] = [filled(make(4000), 11), filled(make(4000), 12)];
        const out = make(4000);
        for (const [aRow, bRow, bStep] of [
          [300, 0, 1],
          [0, 270, 1],
          [260, 260, 1],
          [261, 1, 0],
          [300, 0, 0],
        ] as const) {
          // prettier-ignore
          const expected = new Float64Array(4000).fill(7);
          const negated = expected.slice();
          for (let r = 0; r < rows; r++)
            for (let i = 0; i < n; i++) {
              const product = a[3 + r * aRow + i] * b[2 + r * bRow + i * bStep];
              expected[1 + r * 280 + i] = type === "f32" ? Math.fround(product) : product;
              negated[1 + r * 280 + i] = -a[3 + r * aRow + i];
            }
          const { multiply } = binaryKernels(runtime, type);
          const { negative } = unaryKernels(runtime, type);
          out.fill(7);
          expect(multiply(n, a, 3, 1, b, 2, bStep, out, 1, 1, rows, aRow, bRow, 280)).toBe(true);
          same(out, expected, "multiply");
          out.fill(7);
          expect(multiply(n, b, 2, bStep, a, 3, 1, out, 1, 1, rows, bRow, aRow, 280)).toBe(true);
          same(out, expected, "multiply, turned round");
          out.fill(7);
          expect(negative(n, a, 3, 1, out, 1, 1, rows, aRow, 280)).toBe(true);
          same(out, negated, "negative");
        }
      });

      test("rint(x) rounds halves to even", () => {
        const x = make(32);
        x.set([0.5, 1.5, 2.5, -0.5, -1.5, 4.4, NaN, -Infinity]);
        const out = make(32);
        const kernel = unaryKernels(runtime, type)["rint"];
        if (kernel(32, x, 0, 1, out, 0, 1))
          same(out.subarray(0, 8), [0, 2, 2, -0, -2, 4, NaN, -Infinity], "rint");
        else expect(place).toBe("outside");
      });

      test.each(["exp", "log", "log1p", "tanh", "sigmoid", "erf"])(
        "%s(x) does not depend on the element's place or stride",
        (name) => {
          const kernel = unaryKernels(runtime, type)[name];
          const n = 203;
          const x = filled(make(n * 2), 9);
          const [whole, odd, strided] = [make(n), make(n + 1), make(n)];
          expect(kernel(n, x, 0, 1, whole, 0, 1)).toBe(true);
          expect(kernel(n - 1, x, 1, 1, odd, 1, 1)).toBe(true);
          same(odd.subarray(1, n), whole.subarray(1, n), "one place on");
          const spread = make(n * 2);
          for (let i = 0; i < n; i++) spread[2 * i] = x[i];
          if (kernel(n, spread, 0, 2, strided, 0, 1)) same(strided, whole, "every second");
          else expect(place).toBe("outside");
          expect(kernel(n, x, 0, 1, x, 0, 1)).toBe(true);
          same(x.subarray(0, n), whole, "in place");
        },
      );
    });
  });
});
