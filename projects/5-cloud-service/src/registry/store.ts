import { RegistryError } from "./registry-error.ts";

/**
 * Where a registry keeps its bytes: a folder or a bucket. Nothing in it is ever changed: a key is written
 * once, whole or not at all, and the first of two writers wins. That is all a registry needs to be safe
 * for many at once.
 */
export interface Store {
  /** For messages: the folder, or `s3://bucket/prefix`. */
  readonly place: string;
  /** A key's bytes; undefined when it is not there. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Writes a key; false when it is there already, which is then left as it is. */
  putNew(key: string, bytes: Uint8Array): Promise<boolean>;
  /** The same of a file. */
  putNewFile(key: string, path: string): Promise<boolean>;
  /** Writes a key's bytes to a file and returns their sha256; undefined when it is not there. */
  getFile(key: string, path: string): Promise<string | undefined>;
  /** How many bytes a key holds; undefined when it is not there. */
  size(key: string): Promise<number | undefined>;
  /** All keys that begin with a folder such as `models/`, sorted. */
  list(folder: string): Promise<string[]>;
}

/** A key as it came; throws `RegistryError` unless it stays inside the store on every system. */
export function checkKey(key: string): string {
  const safe = key.split("/").every((part) => /^[\w-][\w.-]*$/.test(part));
  if (!safe) {
    throw new RegistryError(`registry: ${JSON.stringify(key)} is no key: letters, digits and _-. `);
  }
  return key;
}
