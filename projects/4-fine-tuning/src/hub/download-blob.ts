import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "./hub-error.ts";
import { reason, type HubClient, type RemoteFile } from "./hub-client.ts";
import { withLock } from "./file-lock.ts";

export interface HubProgress {
  readonly file: string;
  /** Bytes that are here, those of an earlier try included. */
  readonly bytes: number;
  /** Where the hub says how many there are. */
  readonly total: number | undefined;
}

export interface DownloadOptions {
  readonly onProgress?: (progress: HubProgress) => void;
  /** Tries; default 4. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; default 500. */
  readonly backoffMs?: number;
}

/**
 * Downloads a content to `target` unless it is there: into `<target>.incomplete`, which a later try continues by Range,
 * verified by size and by the sha256 (or git's sha1) that its ETag is, then renamed. Throws HubError; what was
 * received stays for the next time, unless it is wrong.
 */
export async function downloadBlob(
  client: HubClient,
  remote: RemoteFile,
  file: string,
  target: string,
  { onProgress, tries = 4, backoffMs = 500 }: DownloadOptions = {},
): Promise<void> {
  if ((await sizeOf(target)) !== undefined) return;
  await withLock(`${target}.lock`, async () => {
    if ((await sizeOf(target)) !== undefined) return;
    for (let attempt = 1; ; attempt++) {
      try {
        await receive(client, remote, file, `${target}.incomplete`, onProgress);
        await verify(remote, file, `${target}.incomplete`);
        await rename(`${target}.incomplete`, target);
        return;
      } catch (error) {
        if (!(error instanceof HubError && error.retry) || attempt >= tries) throw error;
        await sleep(backoffMs * 2 ** (attempt - 1));
      }
    }
  });
}

async function receive(
  client: HubClient,
  remote: RemoteFile,
  file: string,
  partial: string,
  onProgress: DownloadOptions["onProgress"],
): Promise<void> {
  let bytes = (await sizeOf(partial)) ?? 0;
  if (remote.size !== undefined && bytes > remote.size) {
    await rm(partial);
    bytes = 0;
  }
  if (bytes > 0 && bytes === remote.size) return;
  const response = await client.content(remote, bytes);
  const { status, headers } = response;
  const from = new URL(remote.location).host;
  if (status === 416) {
    await rm(partial, { force: true });
    throw new HubError(`${from} cannot continue ${file}`, { retry: true });
  }
  if (status !== 200 && status !== 206) {
    await response.body?.cancel();
    throw new HubError(`${from} answers ${status} for ${file}`, {
      retry: status >= 500 || status === 429 || status === 408,
    });
  }
  if (/^text\/html\b/i.test(headers.get("content-type") ?? "")) {
    await response.body?.cancel();
    throw new HubError(
      `${from} answers with a web page in place of ${file}: a proxy or a login page is in the way`,
    );
  }
  const continues =
    status === 206 && headers.get("content-range")?.startsWith(`bytes ${bytes}-`) === true;
  if (!continues) bytes = 0;
  const handle = await open(partial, continues ? "a" : "w");
  try {
    for await (const chunk of response.body ?? []) {
      const data: Uint8Array = chunk;
      await handle.appendFile(data);
      bytes += data.byteLength;
      onProgress?.({ file, bytes, total: remote.size });
    }
    await handle.sync();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new HubError(
        `${partial}: the disk is full after ${bytes} bytes; free some space or set HF_HOME to another disk`,
        { cause: error },
      );
    throw new HubError(`${from} broke off ${file} after ${bytes} bytes (${reason(error)})`, {
      retry: true,
      cause: error,
    });
  } finally {
    await handle.close();
  }
  if (remote.size !== undefined && bytes < remote.size) {
    throw new HubError(`${from} stopped ${file} after ${bytes} of ${remote.size} bytes`, {
      retry: true,
    });
  }
}

/** Compares the content with its size and with the sum that its ETag is, where it is one. */
async function verify({ etag, size }: RemoteFile, file: string, path: string): Promise<void> {
  const found = (await sizeOf(path)) ?? 0;
  const isSha256 = /^[0-9a-f]{64}$/.test(etag);
  const isGit = /^[0-9a-f]{40}$/.test(etag);
  const hash = createHash(isSha256 ? "sha256" : "sha1");
  if (isGit) hash.update(`blob ${found}\0`);
  if (isSha256 || isGit) {
    const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 });
    for await (const chunk of chunks) hash.update(chunk);
  }
  const sum = hash.digest("hex");
  const isRight = (size === undefined || found === size) && (!(isSha256 || isGit) || sum === etag);
  if (isRight) return;
  await rm(path, { force: true });
  throw new HubError(
    `${file} arrived wrong: expected ${size ?? "?"} bytes with ${isGit ? "git sha1" : "sha256"} ${etag}, found ${found} with ${sum}; it was thrown away`,
    { retry: true },
  );
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined;
  }
}
