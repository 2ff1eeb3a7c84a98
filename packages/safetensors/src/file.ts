import { SafetensorsError } from "./error.ts";
import { headerSize, parseHeader } from "./header.ts";
import type { Entry, Header } from "./header.ts";
import { tensorAt } from "./parse.ts";
import type { SafetensorsFile } from "./parse.ts";
import { layout } from "./serialize.ts";
import type { SerializeOptions } from "./serialize.ts";
import type { Metadata, Tensor, Tensors } from "./tensor.ts";

// Node's modules are imported when a file is touched, so that browsers can load this package.

/** A file whose header is read and whose tensors are read one by one, so it may be larger than memory. */
export type OpenSafetensors = {
  readonly metadata: Metadata;
  /** Every tensor's dtype and shape, in the order of their bytes. */
  readonly entries: ReadonlyMap<string, Pick<Entry, "dtype" | "shape">>;
  /** Reads one tensor into memory of its own. */
  read(name: string): Promise<Tensor>;
  close(): Promise<void>;
};

type Handle = {
  read(
    into: Uint8Array,
    at: number,
    length: number,
    position: number,
  ): Promise<{ bytesRead: number }>;
};

/** Opens a safetensors file and checks its header. Throws `SafetensorsError` when it is malformed; call `close` when done. */
export async function openSafetensors(path: string): Promise<OpenSafetensors> {
  const { open } = await import("node:fs/promises");
  const handle = await open(path, "r");
  try {
    const { size: fileSize } = await handle.stat();
    const first = await readExactly(handle, 0, Math.min(8, fileSize));
    const size = headerSize(first, fileSize);
    const header = parseHeader(await readExactly(handle, 8, size), fileSize - 8 - size);
    return {
      metadata: header.metadata,
      entries: header.entries,
      read: (name) => readEntry(handle, header, 8 + size, name),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    if (error instanceof SafetensorsError) error.message = `${path}: ${error.message}`;
    throw error;
  }
}

/** Reads every tensor of a file, each into memory of its own. Throws `SafetensorsError` when the file is malformed. */
export async function readSafetensors(path: string): Promise<SafetensorsFile> {
  const file = await openSafetensors(path);
  try {
    const tensors: Record<string, Tensor> = Object.create(null);
    for (const name of file.entries.keys()) tensors[name] = await file.read(name);
    return { tensors, metadata: file.metadata };
  } finally {
    await file.close();
  }
}

/**
 * Writes a safetensors file tensor by tensor. It appears under `path` whole or not at all: the bytes go to a
 * temporary file beside it, which is synced and renamed. Throws `SafetensorsError` before anything is written
 * when a tensor's dtype, array and shape disagree.
 */
export async function writeSafetensors(
  path: string,
  tensors: Tensors,
  options: SerializeOptions = {},
): Promise<void> {
  const { head, parts } = layout(tensors, options);
  await writeAtomic(path, [head, ...parts]);
}

/** Writes `parts` one after the other to a temporary file beside `path`, syncs it and renames it to `path`. */
export async function writeAtomic(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const { open, rename, rm } = await import("node:fs/promises");
  const temporary = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  try {
    const handle = await open(temporary, "wx");
    try {
      for (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function readEntry(
  handle: Handle,
  header: Header,
  dataStart: number,
  name: string,
): Promise<Tensor> {
  const entry = header.entries.get(name);
  if (entry === undefined) {
    throw new SafetensorsError(
      `tensor ${JSON.stringify(name)}: not in the file, which has ${[...header.entries.keys()].join(", ")}`,
    );
  }
  const bytes = await readExactly(handle, dataStart + entry.begin, entry.end - entry.begin);
  return tensorAt(entry, bytes.buffer, 0);
}

/** One read call takes at most 2 GiB - 1 bytes. */
const largestRead = 2 ** 30;

async function readExactly(handle: Handle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const want = Math.min(length - done, largestRead);
    const { bytesRead } = await handle.read(bytes, done, want, position + done);
    if (bytesRead === 0) {
      throw new SafetensorsError(`file: ends at ${position + done}, it was cut while being read`);
    }
    done += bytesRead;
  }
  return bytes;
}
