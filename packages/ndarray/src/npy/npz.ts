import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatNpy } from "./formatNpy.ts";
import { parseNpy } from "./parseNpy.ts";
import type { NpyOptions } from "./parseNpy.ts";
import { NpyError } from "./npyError.ts";
import { readZip } from "./zipRead.ts";
import type { Inflate } from "./zipRead.ts";
import { writeZip } from "./zipWrite.ts";
import type { Deflate } from "./zipWrite.ts";

export interface NpzReadOptions extends NpyOptions {
  /** Undoes raw deflate, for what `np.savez_compressed` wrote; `loadNpz` on Node.js brings its own. */
  readonly inflate?: Inflate;
  /** Refuse archives that claim to hold more than this when inflated; 2 GB by default. */
  readonly maxBytes?: number;
}

export interface NpzWriteOptions {
  /** Raw deflate; without it arrays are stored as they are, as `np.savez` does. */
  readonly deflate?: Deflate;
}

const SUFFIX = ".npy";

/**
 * The arrays in the bytes of a `.npz` file (a ZIP archive of `.npy` files), by name.
 *
 * Throws NpyError when the archive is not sound, UnsupportedError for element types that no dtype can
 * hold.
 */
export function parseNpz(
  bytes: Uint8Array,
  { inflate, maxBytes = 2 ** 31, ...options }: NpzReadOptions = {},
): Record<string, NDArray> {
  const entries = readZip(bytes);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > maxBytes) {
    throw new NpyError(
      `parseNpz: the archive claims to hold ${total} bytes, more than ${maxBytes}; pass { maxBytes } if that is meant`,
    );
  }
  const arrays: [string, NDArray][] = [];
  for (const { name, read } of entries) {
    if (!name.endsWith(SUFFIX)) {
      throw new NpyError(
        `parseNpz: the archive has an entry ${JSON.stringify(name)} that is no .npy`,
      );
    }
    arrays.push([name.slice(0, -SUFFIX.length), parseNpy(read(inflate), options)]);
  }
  return Object.fromEntries(arrays);
}

/** The bytes of a `.npz` file that NumPy's `load` reads. */
export function formatNpz(
  arrays: Readonly<Record<string, ArrayInput>>,
  { deflate }: NpzWriteOptions = {},
): Uint8Array {
  const files = Object.entries(arrays).map(([name, array]) => ({
    name: name + SUFFIX,
    bytes: formatNpy(array),
  }));
  return writeZip(files, deflate);
}
