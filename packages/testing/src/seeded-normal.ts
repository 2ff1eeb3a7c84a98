/**
 * A stream of uniform numbers in (0, 1) for tests, independent of the library under test.
 * Source: mulberry32, T. Ettinger, public domain.
 */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** `size` normally distributed numbers from a seed (Box-Muller): same seed, same numbers. */
export function seededNormal(
  seed: number,
  size: number,
  { mean = 0, std = 1 }: { mean?: number; std?: number } = {},
): Float64Array {
  const uniform = seededUniform(seed);
  return Float64Array.from({ length: size }, () => {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    return mean + std * radius * Math.cos(2 * Math.PI * uniform());
  });
}
