import { formatShape } from "../core/shape.ts";
import { NpyError } from "./npyError.ts";
import { parseLiteral } from "./literal.ts";

/** What a `.npy` header says; `data` is where the elements begin. */
export interface NpyHeader {
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  readonly data: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** The elements begin at a multiple of this. */
const ALIGNMENT = 64;
/** Far more than a header of plain numbers takes; NumPy stops at 10,000. */
const LONGEST = 65_536;
/** NumPy's limit of dimensions. */
const MAX_DIMENSIONS = 64;

/**
 * Reads the header of `.npy` bytes, format versions 1, 2 and 3.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function parseHeader(bytes: Uint8Array): NpyHeader {
  if (bytes.length < 10 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new NpyError("parseNpy: not an .npy file, it does not begin with \\x93NUMPY");
  }
  const version = bytes[6];
  if (version < 1 || version > 3) {
    throw new NpyError(`parseNpy: expected format version 1, 2 or 3, got ${version}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) throw new NpyError("parseNpy: the file ends within its header");
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST) {
    throw new NpyError(`parseNpy: a header of ${length} bytes is longer than ${LONGEST}`);
  }
  if (start + length > bytes.length) {
    throw new NpyError(
      `parseNpy: the file ends within its header, ${bytes.length} of ${start + length} bytes`,
    );
  }
  const text = new TextDecoder(version === 3 ? "utf-8" : "latin1").decode(
    bytes.subarray(start, start + length),
  );
  return { ...checkFields(text), data: start + length };
}

function checkFields(text: string): Omit<NpyHeader, "data"> {
  const fields = parseLiteral(text);
  const found = fields instanceof Map ? fields : new Map<string, unknown>();
  const descr = found.get("descr");
  const fortranOrder = found.get("fortran_order");
  const shape = found.get("shape");
  if (Array.isArray(descr)) {
    throw new NpyError("parseNpy: structured arrays are not supported; save each field by itself");
  }
  const isShape =
    Array.isArray(shape) &&
    shape.length <= MAX_DIMENSIONS &&
    shape.every((n): n is number => Number.isSafeInteger(n) && Number(n) >= 0);
  if (typeof descr !== "string" || typeof fortranOrder !== "boolean" || !isShape) {
    throw new NpyError(
      `parseNpy: expected a header with descr, fortran_order and shape, got ${JSON.stringify(text.trim().slice(0, 200))}`,
    );
  }
  return { descr, fortranOrder, shape };
}

/** The bytes of a version 1 header, which ends in a newline where the elements begin. */
export function formatHeader(descr: string, shape: readonly number[]): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${formatShape(shape)}, }`;
  const total = Math.ceil((10 + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(total).fill(0x20);
  bytes.set([...MAGIC, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, total - 10, true);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[total - 1] = 0x0a;
  return bytes;
}
