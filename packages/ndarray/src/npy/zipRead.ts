import { crc32 } from "./crc32.ts";
import { NpyError } from "./npyError.ts";

/** Undoes raw deflate; the result is `size` bytes, and more must not be made. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

export interface ZipEntry {
  readonly name: string;
  /** Bytes when inflated, as the archive claims. */
  readonly size: number;
  /** The entry's bytes, inflated and checked. */
  readonly read: (inflate: Inflate | undefined) => Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Deflate cannot do better than 1032 to 1. */
const BEST_RATIO = 1032;

/**
 * The entries of a ZIP archive, from its central directory. Every size is checked against the
 * archive's own before memory is taken for it; entries must not share bytes.
 *
 * Throws NpyError for archives that are damaged, encrypted, or need ZIP64 (4 GB).
 *
 * Source: PKWARE's APPNOTE 6.3.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff)
    throw bad("needs ZIP64, which is not supported");
  const entries: ZipEntry[] = [];
  const ranges: { name: string; start: number; end: number }[] = [];
  const names = new Set<string>();
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) {
      throw bad(`has no directory entry ${i} of ${count} where one belongs`);
    }
    const found = readCentral(view, bytes, at);
    if (found.next > end) throw bad("has a directory that runs past its end");
    if (names.has(found.name)) throw bad(`has two entries named ${JSON.stringify(found.name)}`);
    names.add(found.name);
    ranges.push({ name: found.name, start: found.local, end: found.data.end });
    if (found.data.end > directory) throw bad(`has an entry ${found.name} that runs past its end`);
    entries.push(found.entry);
    at = found.next;
  }
  ranges.sort((a, b) => a.start - b.start);
  for (let i = 1; i < ranges.length; i++) {
    if (ranges[i].start < ranges[i - 1].end) {
      throw bad(`has overlapping entries ${ranges[i - 1].name} and ${ranges[i].name}`);
    }
  }
  return entries;
}

/** The end record lies last, before a comment of any length. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw bad("has no end record: it is not a ZIP archive, or is truncated");
}

interface Central {
  readonly name: string;
  readonly local: number;
  readonly next: number;
  readonly data: { readonly end: number };
  readonly entry: ZipEntry;
}

function readCentral(view: DataView, bytes: Uint8Array, at: number): Central {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const extra = view.getUint16(at + 30, true);
  const comment = view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE).subarray(0, nameLength));
  const shown = JSON.stringify(name);
  if (packed === 0xffffffff || size === 0xffffffff || local === 0xffffffff) {
    throw bad(`has an entry ${shown} that needs ZIP64, which is not supported`);
  }
  if (flags & ENCRYPTED) throw bad(`has an encrypted entry ${shown}`);
  if (method !== STORED && method !== DEFLATED) {
    throw bad(
      `has an entry ${shown} packed by method ${method}; stored and deflated are supported`,
    );
  }
  if (method === STORED ? packed !== size : size > BEST_RATIO * packed) {
    throw bad(`has an entry ${shown} that claims ${size} bytes from ${packed}`);
  }
  if (local + LOCAL_SIZE > bytes.length || view.getUint32(local, true) !== LOCAL) {
    throw bad(`has no entry ${shown} where its directory says`);
  }
  const start =
    local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = start + packed;
  const read = (inflate: Inflate | undefined): Uint8Array => {
    const found = bytes.subarray(start, end);
    const unpacked = method === STORED ? found : inflated(name, found, size, inflate);
    if (crc32(unpacked) !== crc) throw bad(`has an entry ${shown} with a wrong checksum`);
    return unpacked;
  };
  const next = at + CENTRAL_SIZE + nameLength + extra + comment;
  return { name, local, next, data: { end }, entry: { name, size, read } };
}

function inflated(
  name: string,
  packed: Uint8Array,
  size: number,
  inflate: Inflate | undefined,
): Uint8Array {
  if (inflate === undefined) {
    throw bad(`has a compressed entry ${JSON.stringify(name)}; pass { inflate } to read it`);
  }
  let unpacked: Uint8Array;
  try {
    unpacked = inflate(packed, size);
  } catch (cause) {
    throw bad(`has an entry ${JSON.stringify(name)} that cannot be inflated`, cause);
  }
  if (unpacked.length === size) return unpacked;
  throw bad(`has an entry ${JSON.stringify(name)} of ${unpacked.length} bytes that claims ${size}`);
}

function bad(what: string, cause?: unknown): NpyError {
  return new NpyError(`parseNpz: the archive ${what}`, { cause });
}
