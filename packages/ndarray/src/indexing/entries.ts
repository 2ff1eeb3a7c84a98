import { IndexError, UnsupportedError } from "../core/errors.ts";
import { NDArray } from "../core/ndarray.ts";
import { array } from "../creation/array.ts";
import type { Index } from "./parse.ts";

export type Entry = number | string | null | NDArray;

/** One entry as an integer, a slice, null or an array of integers or booleans; throws IndexError. */
export function toEntry(entry: Index): Entry {
  if (typeof entry === "string") return entry.trim() === "..." ? "..." : entry;
  if (entry === null || typeof entry === "number") return entry;
  const list = entry instanceof NDArray ? entry : listArray(entry);
  if (list.dtype === "float64" || list.dtype === "float32") {
    throw new IndexError(
      `index: an array used as index holds integers or booleans, got ${list.dtype}; use astype("int32")`,
    );
  }
  if (list.dtype === "bool" && list.ndim === 0) {
    throw new UnsupportedError("index: a 0-d boolean as index is not supported");
  }
  return list;
}

function listArray(entry: readonly number[] | readonly boolean[]): NDArray {
  if (!Array.isArray(entry)) {
    throw new IndexError(
      `index: expected an integer, a slice string, null or an array, got ${String(entry)}`,
    );
  }
  const isMask = entry.length > 0 && typeof entry[0] === "boolean";
  for (const item of entry as readonly unknown[]) {
    if (isMask ? typeof item !== "boolean" : !Number.isInteger(item)) {
      throw new IndexError(
        `index: a list used as index holds whole numbers or booleans, got ${String(item)}`,
      );
    }
  }
  return array(entry, { dtype: isMask ? "bool" : "int32" });
}

/** How many axes of the array an entry uses up. */
export function axesOf(entry: Entry): number {
  if (entry === null || entry === "...") return 0;
  return entry instanceof NDArray && entry.dtype === "bool" ? entry.ndim : 1;
}
