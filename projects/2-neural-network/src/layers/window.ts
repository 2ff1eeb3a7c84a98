/** How a square window moves over an image. */
export interface Window {
  /** Side of the window, pixels. */
  kernel: number;
  stride: number;
  /** Rows and columns of zeros added on every side. */
  padding: number;
}

/**
 * Number of window positions along an axis: `floor((size + 2 padding - kernel) / stride) + 1`.
 *
 * @throws RangeError when the window does not fit once
 */
export function positions(size: number, { kernel, stride, padding }: Window): number {
  const count = Math.floor((size + 2 * padding - kernel) / stride) + 1;
  if (count < 1) {
    throw new RangeError(
      `window: a kernel of ${kernel} does not fit ${size} pixels padded by ${padding}`,
    );
  }
  return count;
}
