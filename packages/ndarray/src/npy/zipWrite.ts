import { crc32 } from "./crc32.ts";

/** Raw deflate. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

const VERSION = 20;
const UTF_8 = 0x0800;
/** 1 January 1980, the first day of ZIP, so that the same arrays give the same bytes. */
const DATE = 0x0021;
const LIMIT = 0xffffffff;

/** A ZIP archive of named files, stored, or deflated where that is given and smaller. */
export function writeZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  deflate?: Deflate,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflate?.(bytes);
    const deflated = packed !== undefined && packed.length < bytes.length;
    const body = deflated ? packed : bytes;
    const label = new TextEncoder().encode(name);
    // What the local header and the directory have in common.
    const common = record(26, (view) => {
      view.setUint16(0, VERSION, true);
      view.setUint16(2, UTF_8, true);
      view.setUint16(4, deflated ? 8 : 0, true);
      view.setUint16(8, DATE, true);
      view.setUint32(10, crc32(bytes), true);
      view.setUint32(14, body.length, true);
      view.setUint32(18, bytes.length, true);
      view.setUint16(22, label.length, true);
    });
    parts.push(signature(0x04034b50), common, label, body);
    const place = record(14, (view) => view.setUint32(10, offset, true));
    directory.push(
      signature(0x02014b50),
      record(2, (v) => v.setUint16(0, VERSION, true)),
      common,
    );
    directory.push(place, label);
    offset += 30 + label.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  if (offset + size > LIMIT || files.length >= 0xffff) {
    throw new RangeError(
      `formatNpz: ${files.length} arrays of ${offset} bytes need ZIP64 (4 GB), which is not supported; save them in several files`,
    );
  }
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, offset, true);
  });
  return joined([...parts, ...directory, end]);
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function signature(value: number): Uint8Array {
  return record(4, (view) => view.setUint32(0, value, true));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
