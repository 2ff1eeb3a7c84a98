import { bytesPerElement, checkDtype } from "./dtype.ts";
import type { Dtype } from "./dtype.ts";
import { SafetensorsError } from "./error.ts";
import { isArray, isObject, parseStrictJson } from "./strict-json.ts";
import type { StrictJson } from "./strict-json.ts";
import { elementCount, wholeNumbers } from "./tensor.ts";

/** Where one tensor's bytes are: `begin` to `end`, counted from the first byte after the header. */
export type Entry = {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
};

export type Header = {
  readonly metadata: Readonly<Record<string, string>>;
  /** By name, in the order of their bytes. */
  readonly entries: ReadonlyMap<string, Entry>;
};

/** The reference implementation's limit, so that a file either opens everywhere or nowhere. */
const largestHeader = 100_000_000;
export const metadataKey = "__metadata__";

/**
 * The header's size in bytes, from the file's first 8 bytes (little-endian u64).
 * Throws when it is over 100 MB or does not fit into a file of `fileSize` bytes.
 */
export function headerSize(firstBytes: Uint8Array, fileSize: number): number {
  if (firstBytes.length < 8) {
    throw new SafetensorsError(`file: expected at least 8 bytes, found ${firstBytes.length}`);
  }
  const view = new DataView(firstBytes.buffer, firstBytes.byteOffset, 8);
  const size = view.getBigUint64(0, true);
  if (size > BigInt(largestHeader)) {
    throw new SafetensorsError(`header: ${size} bytes, the limit is ${largestHeader}`);
  }
  if (Number(size) > fileSize - 8) {
    throw new SafetensorsError(`header: ${size} bytes, but the file has only ${fileSize - 8} left`);
  }
  return Number(size);
}

/**
 * Parses and checks the header's JSON for a file with `dataSize` bytes after the header: every tensor's
 * offsets must fit its shape, and together they must cover the data without overlap, hole or rest.
 */
export function parseHeader(json: Uint8Array, dataSize: number): Header {
  if (json[0] !== 0x7b) throw new SafetensorsError("header: expected '{' as its first byte");
  const root = parseStrictJson(decodeUtf8(json));
  if (!isObject(root)) throw new SafetensorsError("header: expected an object");
  const entries: [string, Entry][] = [];
  let metadata: Record<string, string> = {};
  for (const [name, value] of root) {
    if (name === metadataKey) metadata = parseMetadata(value);
    else entries.push([checkName(name), parseEntry(name, value)]);
  }
  entries.sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  checkCover(entries, dataSize);
  return { metadata, entries: new Map(entries) };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SafetensorsError("header: not valid UTF-8");
  }
}

/** Refuses the one name that a plain object cannot hold safely once it is copied into another. */
export function checkName(name: string): string {
  if (name === "__proto__" || name === metadataKey) {
    throw new SafetensorsError(`header: ${JSON.stringify(name)} cannot name a tensor`);
  }
  return name;
}

function parseMetadata(value: StrictJson): Record<string, string> {
  if (!isObject(value)) throw new SafetensorsError("__metadata__: expected an object");
  const metadata: Record<string, string> = Object.create(null);
  for (const [key, text] of value) {
    if (typeof text !== "string" || key === "__proto__") {
      throw new SafetensorsError(
        `__metadata__: expected text under ${JSON.stringify(key)}, found ${JSON.stringify(text)}`,
      );
    }
    metadata[key] = text;
  }
  return metadata;
}

function parseEntry(name: string, value: StrictJson): Entry {
  const where = `tensor ${JSON.stringify(name)}`;
  const fields = isObject(value) ? value : new Map<string, StrictJson>();
  const shape = fields.get("shape");
  const offsets = fields.get("data_offsets");
  if (fields.size !== 3 || !isArray(shape) || !isArray(offsets)) {
    throw new SafetensorsError(`${where}: expected the keys dtype, shape and data_offsets`);
  }
  const dtype = checkDtype(fields.get("dtype"), where);
  const sizes = wholeNumbers(shape, `${where}: shape`);
  const [begin, end, ...rest] = wholeNumbers(offsets, `${where}: data_offsets`);
  const bytes = elementCount(sizes, where) * bytesPerElement(dtype);
  if (rest.length > 0 || end - begin !== bytes) {
    throw new SafetensorsError(
      `${where}: ${dtype} ${JSON.stringify(shape)} needs ${bytes} bytes, data_offsets are ${JSON.stringify(offsets)}`,
    );
  }
  return { dtype, shape: sizes, begin, end };
}

function checkCover(sorted: readonly (readonly [string, Entry])[], dataSize: number): void {
  let covered = 0;
  for (const [name, { begin, end }] of sorted) {
    if (begin !== covered) {
      throw new SafetensorsError(
        `tensor ${JSON.stringify(name)}: begins at ${begin}, expected ${covered}: ` +
          (begin < covered ? "it overlaps another tensor" : "bytes belong to no tensor"),
      );
    }
    covered = end;
  }
  if (covered !== dataSize) {
    throw new SafetensorsError(
      `file: the header describes ${covered} bytes of data, found ${dataSize}`,
    );
  }
}
