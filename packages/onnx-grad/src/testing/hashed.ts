/** `count` numbers in [-1, 1) from an integer hash, the same as in fixtures/generate-models.py. */
export function hashed(seed: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    let x = (i + seed * 1000003 + 12345) >>> 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b) >>> 0;
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
  });
}

/** Whole numbers from 0 to below `high`. */
export function hashedIntegers(seed: number, count: number, high: number): number[] {
  return Array.from(hashed(seed, count), (u) => Math.floor(((u + 1) / 2) * high));
}

/** Weights as the generator makes them: matrices of this scale, vectors called `weight` around 1, biases small. */
export function hashedWeights(
  shapes: Readonly<Record<string, readonly number[]>>,
  scale: number,
): Record<string, Float32Array> {
  const entries = Object.entries(shapes).map(([name, shape], seed) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const u = Float32Array.from(hashed(seed, count));
    const values = u.map((value) =>
      shape.length > 1
        ? scale * value
        : name.endsWith("weight")
          ? 1 + 0.125 * value
          : 0.0625 * value,
    );
    return [name, values] as const;
  });
  return Object.fromEntries(entries);
}
