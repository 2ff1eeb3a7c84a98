import { lanesOf } from "../asm/index.ts";
import type { BodyBuilder, FloatType, V } from "../asm/index.ts";

/** The columns of a square of vectors: 4 x 4 for float32, 2 x 2 for float64. */
export function transposeSquare(f: BodyBuilder, type: FloatType, rows: readonly V[]): V[] {
  const lanes = lanesOf(type);
  if (lanes.count === 2)
    return [lanes.shuffle(rows[0], rows[1], [0, 2]), lanes.shuffle(rows[0], rows[1], [1, 3])];
  const [a, b, c, d] = rows;
  const lowAB = f.let(lanes.shuffle(a, b, [0, 4, 1, 5]));
  const lowCD = f.let(lanes.shuffle(c, d, [0, 4, 1, 5]));
  const highAB = f.let(lanes.shuffle(a, b, [2, 6, 3, 7]));
  const highCD = f.let(lanes.shuffle(c, d, [2, 6, 3, 7]));
  return [
    lanes.shuffle(lowAB, lowCD, [0, 1, 4, 5]),
    lanes.shuffle(lowAB, lowCD, [2, 3, 6, 7]),
    lanes.shuffle(highAB, highCD, [0, 1, 4, 5]),
    lanes.shuffle(highAB, highCD, [2, 3, 6, 7]),
  ];
}
