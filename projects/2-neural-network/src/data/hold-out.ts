import type { Generator } from "@ml-roadmap/ndarray";
import { SIDE, type Split } from "./dataset.ts";

/** The chosen images and labels, copied. */
export function selectRows({ images, labels }: Split, rows: ArrayLike<number>): Split {
  const pixels = SIDE * SIDE;
  const chosen = new Uint8Array(rows.length * pixels);
  for (let i = 0; i < rows.length; i++) {
    chosen.set(images.subarray(rows[i] * pixels, (rows[i] + 1) * pixels), i * pixels);
  }
  return { images: chosen, labels: Uint8Array.from(rows, (row) => labels[row]) };
}

/**
 * Sets aside `count` random images for validation: recipes are chosen on them, never on the test set.
 *
 * @throws RangeError when fewer than one image would be left to train on
 */
export function holdOut(
  data: Split,
  count: number,
  random: Generator,
): { train: Split; validation: Split } {
  const total = data.labels.length;
  if (!Number.isInteger(count) || count < 1 || count >= total) {
    throw new RangeError(`holdOut: expected 1 to ${total - 1} images, got ${count}`);
  }
  const order = random.permutation(total).toTyped();
  return {
    train: selectRows(data, order.subarray(count)),
    validation: selectRows(data, order.subarray(0, count)),
  };
}
