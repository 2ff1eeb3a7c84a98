import { gunzipSync, gzipSync } from "node:zlib";

/** Files by path, with `/`. */
export type FileMap = ReadonlyMap<string, Buffer>;

const blockSize = 512;

/**
 * Makes a `.tgz` as npm and pnpm read it: every file below `package/`, no dates, no owners.
 * It is stored, not deflated, so that the same files give the same bytes on every machine and Node,
 * and git, which compresses on its own, can store only what changed.
 */
export function packTarball(files: FileMap): Buffer {
  const blocks: Buffer[] = [];
  for (const path of [...files.keys()].toSorted()) {
    const content = files.get(path)!;
    blocks.push(header(`package/${path}`, content.length), content);
    blocks.push(Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize));
  }
  blocks.push(Buffer.alloc(2 * blockSize));
  const tarball = gzipSync(Buffer.concat(blocks), { level: 0 });
  // Byte 9 names the operating system; 255 is "unknown".
  tarball[9] = 255;
  return tarball;
}

/** Reads a tarball made by {@link packTarball}. */
export function unpackTarball(tarball: Buffer): Map<string, Buffer> {
  const archive = gunzipSync(tarball);
  const files = new Map<string, Buffer>();
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const field = (from: number, to: number) =>
      archive.toString("utf8", at + from, at + to).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 136), 8);
    const prefix = field(345, 500);
    const path = (prefix ? `${prefix}/` : "") + field(0, 100);
    const start = at + blockSize;
    files.set(path.replace(/^package\//, ""), archive.subarray(start, start + size));
    at = start + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}

/** A `ustar` header. */
function header(path: string, size: number): Buffer {
  const [prefix, name] = splitPath(path);
  const block = Buffer.alloc(blockSize);
  const put = (text: string, at: number) => block.write(text, at, "utf8");
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(size, 12), 124);
  put(octal(0, 12), 136);
  put(" ".repeat(8), 148);
  put("0", 156);
  put("ustar", 257);
  put("00", 263);
  put(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

/** A number as a header writes it: octal digits and a zero byte. */
function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, "0")}\0`;
}

/** Splits a path into a header's prefix (155 bytes) and name (100 bytes). */
function splitPath(path: string): [string, string] {
  if (Buffer.byteLength(path) <= 100) return ["", path];
  for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) {
    const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return [prefix, name];
  }
  throw new Error(`${path}: too long a path for a tarball`);
}
