/** One product of the suite: C (m, n) = A (m, k) B (k, n), each operand as it lies or transposed. */
export interface Product {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  /** "nn" as they lie, "tn" A stored (k, m), "nt" B stored (n, k). */
  readonly form: "nn" | "tn" | "nt";
  readonly dtype: "float32" | "float64";
}

/** The stored shapes of A and B. */
export function storedShapes({ m, k, n, form }: Product): [[number, number], [number, number]] {
  return [form === "tn" ? [k, m] : [m, k], form === "nt" ? [n, k] : [k, n]];
}

/** Seeded numbers in [-0.5, 0.5). */
export function seeded([rows, columns]: readonly [number, number], seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: rows * columns }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}
