import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { formatNpy } from "./formatNpy.ts";
import { formatNpz, parseNpz } from "./npz.ts";
import { parseNpy } from "./parseNpy.ts";
import type { NpyOptions } from "./parseNpy.ts";

/** Reads a `.npy` file; see `parseNpy`. */
export async function loadNpy(path: string, options?: NpyOptions): Promise<NDArray> {
  return parseNpy(await readFile(path), options);
}

/** Writes a `.npy` file that NumPy reads; a reader never sees half of it. */
export async function saveNpy(path: string, a: ArrayInput): Promise<void> {
  await writeWhole(path, formatNpy(a));
}

/** Reads the arrays of a `.npz` file, compressed or not, by name; see `parseNpz`. */
export async function loadNpz(
  path: string,
  options?: NpyOptions & { readonly maxBytes?: number },
): Promise<Record<string, NDArray>> {
  return parseNpz(await readFile(path), { ...options, inflate });
}

/** Writes named arrays to a `.npz` file that NumPy reads; a reader never sees half of it. */
export async function saveNpz(
  path: string,
  arrays: Readonly<Record<string, ArrayInput>>,
  { compressed = false }: { readonly compressed?: boolean } = {},
): Promise<void> {
  await writeWhole(path, formatNpz(arrays, compressed ? { deflate: deflateRawSync } : {}));
}

function inflate(bytes: Uint8Array, size: number): Uint8Array {
  // One byte more, since zlib wants a limit above 0; a longer result than claimed is refused later.
  return inflateRawSync(bytes, { maxOutputLength: size + 1 });
}

/** Writes beside the file and renames into place. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
