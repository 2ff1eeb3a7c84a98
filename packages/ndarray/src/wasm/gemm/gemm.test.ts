import { describe, expect, test } from "vitest";
import { gemm as plainGemm } from "../../plain/gemm.ts";
import type { Gemm } from "../../kernels.ts";
import type { FloatType } from "../asm/index.ts";
import { Heap } from "../memory/heap.ts";
import { Runtime } from "../runtime.ts";
import type { WasmVariant } from "../runtime.ts";
import { chooseTile } from "../variant.ts";
import { numbers, testableVariants } from "../variants.test.helper.ts";
import { gemmKernel, product } from "./gemm.ts";
import type { FloatArray } from "../floatArray.ts";
import type { Tile } from "./tile.ts";

const variants = testableVariants();
const types: FloatType[] = ["f32", "f64"];

/** Where a random matrix lies: any order, gaps, negative steps, an offset. */
interface Layout {
  readonly offset: number;
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

function layout(m: number, n: number, next: () => number, plain = false): Layout {
  const pick = (count: number): number => Math.floor(((next() + 1) / 2) * count);
  const byColumns = pick(2) === 1;
  const gap = plain ? 0 : [0, 0, 1, 3][pick(4)];
  const spread = plain ? 1 : [1, 1, 1, 2][pick(4)];
  const [inner, outer] = byColumns ? [m, n] : [n, m];
  const [fast, slow] = [spread, inner * spread + gap];
  let [row, column] = byColumns ? [fast, slow] : [slow, fast];
  let offset = plain ? 0 : pick(3);
  const size = offset + slow * Math.max(outer, 1) + 4;
  if (!plain && pick(4) === 0) {
    offset += Math.max(0, m - 1) * row;
    row = -row;
  }
  if (!plain && pick(4) === 0) {
    offset += Math.max(0, n - 1) * column;
    column = -column;
  }
  return { offset, row, column, size };
}

type Make = (size: number) => FloatArray;

function outside(type: FloatType): Make {
  return (size) => (type === "f32" ? new Float32Array(size) : new Float64Array(size));
}

function inside(type: FloatType, heap: Heap): Make {
  return (size) => heap.view(type === "f32" ? "float32" : "float64", size);
}

/**
 * Products (m, k) x (k, n) for n = 1..columns by the kernel and by the plain loops, with random
 * layouts, alpha and beta. What lies outside of C must stay as it was.
 */
function compareAll(
  fast: Gemm,
  make: Make,
  [m, columns, k]: readonly [number, number, number],
  seed: number,
  tolerance: number,
): void {
  const next = numbers(seed);
  const [la, lb, lc] = [layout(m, k, next), layout(k, columns, next), layout(m, columns, next)];
  const [a, b, c] = [make(la.size), make(lb.size), make(lc.size)];
  for (const array of [a, b, c]) for (let i = 0; i < array.length; i++) array[i] = next();
  const alpha = [1, 1, 0.5, -2][seed % 4];
  const beta = [0, 1, 0, 0.25][(seed >> 2) % 4];
  if (beta === 0) c.fill(NaN);
  const before = Float64Array.from(c);
  const oracle = before.slice();
  plainGemm(m, columns, k, alpha, Float64Array.from(a), la.offset, la.row, la.column, Float64Array.from(b), lb.offset, lb.row, lb.column, beta, oracle, lc.offset, lc.row, lc.column); // prettier-ignore
  const expected = before.slice();
  for (let n = 1; n <= columns; n++) {
    for (let i = 0; i < m; i++) {
      const at = lc.offset + i * lc.row + (n - 1) * lc.column;
      expected[at] = oracle[at];
    }
    c.set(before);
    fast(m, n, k, alpha, a, la.offset, la.row, la.column, b, lb.offset, lb.row, lb.column, beta, c, lc.offset, lc.row, lc.column); // prettier-ignore
    for (let i = 0; i < c.length; i++) {
      const error = Math.abs(c[i] - expected[i]);
      if (!(error <= tolerance * (k + 1)) && !Object.is(c[i], expected[i]))
        expect.fail(`(${m}, ${k}) x (${k}, ${n}): c[${i}] is ${c[i]}, not ${expected[i]}`);
    }
  }
}

const tolerances = { f32: 5e-7, f64: 1e-15 };

/** The tile that is used, one unrolled with a tail, and the wide one that pairs vectors. */
function tilesOf(variant: WasmVariant, type: FloatType): Tile[] {
  const fma = variant === "fma";
  const deep: Tile = { type, rows: 6, vectors: 2, unroll: 4, fma };
  const wide: Tile = { type, rows: 6, vectors: 4, unroll: 2, fma };
  return [chooseTile(variant, type), deep, wide];
}

describe.each(variants)("gemm, variant %s", (variant) => {
  describe.each(types)("%s", (type) => {
    test("gemm(m, n, k, ...) equals the plain kernel for every m, n, k from 1 to 40, every tile", () => {
      for (const tile of tilesOf(variant, type)) {
        const fast = gemmKernel(new Runtime(variant, new Heap(), () => tile), type);
        for (let k = 1; k <= 40; k++)
          for (let m = 1; m <= 40; m++)
            compareAll(fast, outside(type), [m, 40, k], 40 * k + m, tolerances[type]);
      }
    });

    test("gemm(m, n, k, ...) equals the plain kernel across block edges", () => {
      const fast = gemmKernel(new Runtime(variant, new Heap()), type);
      const sizes = [[150, 17, 801], [290, 5, 403], [3, 19, 1203]] as const; // prettier-ignore
      sizes.forEach((size, i) => compareAll(fast, outside(type), size, i, tolerances[type]));
    });

    test("gemm(m, n, k, ...) works without a copy on arrays in the heap", () => {
      const heap = new Heap();
      const runtime = new Runtime(variant, heap);
      const fast = gemmKernel(runtime, type);
      for (let seed = 0; seed < 200; seed++) {
        const m = ((seed * 7) % 60) + 1;
        compareAll(fast, inside(type, heap), [m, 9, (seed * 11) % 45], seed, tolerances[type]);
      }
    });

    test("gemm with K = 0 writes beta C, zeros for beta 0", () => {
      const fast = gemmKernel(new Runtime(variant, new Heap()), type);
      const none = outside(type)(0);
      const c = outside(type)(6).fill(NaN);
      fast(2, 3, 0, 1, none, 0, 0, 1, none, 0, 3, 1, 0, c, 0, 3, 1);
      expect([...c]).toEqual([0, 0, 0, 0, 0, 0]);
      c.fill(3);
      fast(2, 3, 0, 1, none, 0, 0, 1, none, 0, 3, 1, 0.5, c, 0, 1, 2);
      expect([...c]).toEqual([1.5, 1.5, 1.5, 1.5, 1.5, 1.5]);
    });

    test("gemm lets NaN and infinity reach exactly the rows and columns they touch", () => {
      const fast = gemmKernel(new Runtime(variant, new Heap()), type);
      const [m, n, k] = [13, 21, 7];
      for (const bad of [NaN, Infinity]) {
        const a = outside(type)(m * k).fill(1);
        const b = outside(type)(k * n).fill(1);
        a[4 * k + 2] = bad;
        b[6 * n + 20] = bad;
        const c = outside(type)(m * n);
        fast(m, n, k, 1, a, 0, k, 1, b, 0, n, 1, 0, c, 0, n, 1);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            const expected = i === 4 || j === 20 ? bad : k;
            expect([i, j, c[i * n + j]]).toEqual([i, j, expected]);
          }
      }
    });

    test("product applies bias and relu to C, wherever the arrays live", () => {
      const heap = new Heap();
      const runtime = new Runtime(variant, heap);
      const next = numbers(5);
      const [m, n, k] = [150, 37, 420];
      for (const make of [outside(type), inside(type, heap)])
        for (const relu of [false, true])
          for (const byColumns of [false, true]) {
            const [a, b, c, bias] = [m * k, k * n, m * n * 2, n + 1].map((size) => make(size));
            for (const array of [a, b, bias])
              for (let i = 0; i < array.length; i++) array[i] = next();
            const [row, column] = byColumns ? [1, m] : [n * 2, 2];
            product(runtime, type, [m, n, k], 1, { data: a, offset: 0, row: k, column: 1 },
              { data: b, offset: 0, row: n, column: 1 }, 0, { data: c, offset: 0, row, column },
              { bias: { data: bias, offset: 1 }, relu }); // prettier-ignore
            const expected = new Float64Array(m * n);
            plainGemm(m, n, k, 1, Float64Array.from(a), 0, k, 1, Float64Array.from(b), 0, n, 1, 0, expected, 0, n, 1); // prettier-ignore
            for (let i = 0; i < m; i++)
              for (let j = 0; j < n; j++) {
                const sum = expected[i * n + j] + bias[j + 1];
                const found = c[i * row + j * column];
                expect(Math.abs(found - (relu ? Math.max(sum, 0) : sum))).toBeLessThan(1e-4);
              }
          }
    });
  });
});
