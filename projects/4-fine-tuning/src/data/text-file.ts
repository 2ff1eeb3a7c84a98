import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { InputError } from "./input-error.ts";

const unpack = promisify(gunzip);

/**
 * The text of a UTF-8 file, unpacked where it is gzip, without a byte-order mark. Throws InputError that
 * names the file, for bad UTF-8 also the line, and says what to do.
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await unpacked(path, await readBytes(path));
  if (bytes.length === 0) throw new InputError(`${path}: the file is empty`);
  const kind = foreignKind(bytes);
  if (kind !== undefined) throw new InputError(`${path}: ${kind}`);
  if (!isUtf8(bytes)) throw new InputError(`${path}, ${firstBadLine(bytes)}`);
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const why: Record<string, string> = {
      ENOENT: "there is no such file",
      ENOTDIR: "there is no such file",
      EISDIR: "it is a folder; name a file",
      EACCES: "it may not be read",
      ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB; split it",
    };
    throw new InputError(`${path}: ${why[code] ?? code}`);
  }
}

async function unpacked(path: string, bytes: Buffer): Promise<Buffer> {
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    return await unpack(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: it begins like gzip but cannot be unpacked (${why})`);
  }
}

/** What a file is that is no UTF-8 text at all. */
function foreignKind(bytes: Buffer): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return "it is UTF-16; save it as UTF-8";
  }
  if (a === 0x50 && b === 0x4b) {
    return "it is a zip archive, such as an Excel workbook; save the sheet as CSV (UTF-8)";
  }
  if (bytes.subarray(0, 4096).includes(0)) return "it holds zero bytes: a binary file, or UTF-16";
  return undefined;
}

/** Where the first bytes stand that are no UTF-8. */
function firstBadLine(bytes: Buffer): string {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(piece)) {
      const found = piece.toString("latin1").replace(/[^\x20-\xff]/g, " ");
      const near = found.slice(Math.max(0, found.search(/[\x80-\xff]/) - 20)).slice(0, 40);
      return `line ${line}: not UTF-8 near "${near}" (read here as Windows-1252, which it probably is); save the file as UTF-8`;
    }
    start = end < 0 ? bytes.length : end + 1;
  }
  return "not UTF-8; save the file as UTF-8";
}
