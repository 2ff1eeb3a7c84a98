import type { NDArray } from "../core/ndarray.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { descrOf } from "./elementType.ts";
import { formatHeader } from "./header.ts";

/** The bytes of a `.npy` file (format version 1, C order, little-endian) that NumPy's `load` reads. */
export function formatNpy(input: ArrayInput): Uint8Array {
  const a: NDArray = asArray(input);
  const header = formatHeader(descrOf(a.dtype), a.shape);
  const values = a.toTyped();
  const bytes = new Uint8Array(header.length + values.byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), header.length);
  return bytes;
}
