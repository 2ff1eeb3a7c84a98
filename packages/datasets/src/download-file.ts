import type { FileHandle } from "node:fs/promises";
import { type Dispatcher, fetch, type Response } from "undici";
import type { PartialFile } from "./partial-file.ts";
import { type Expected, verifyFile } from "./verify-file.ts";

/** A mirror did not give the file; `retry` tells whether asking it again may help. */
export class MirrorError extends Error {
  override readonly name = "MirrorError";
  readonly retry: boolean;

  constructor(message: string, retry: boolean) {
    super(message);
    this.retry = retry;
  }
}

export interface Download {
  readonly url: string;
  readonly partial: PartialFile;
  readonly expected: Expected;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Milliseconds until the head of the answer. */
  readonly answerMs: number;
  /** Told how many bytes are here. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * One try at one mirror: continues the partial file by HTTP Range where its bytes came from the same
 * address and the server says that the content is unchanged, starts anew otherwise, and verifies size
 * and sha256. The verified bytes are left in the partial file. Throws MirrorError for a bad answer,
 * and what fetch or the file system throw.
 */
export async function downloadFile(download: Download): Promise<void> {
  const { url, partial, expected, onBytes } = download;
  const { origin } = partial;
  const have = origin?.url === url ? await partial.size() : 0;
  if (have < expected.bytes) {
    // "identity": sizes and ranges must count the file's own bytes, not compressed ones.
    const headers: Record<string, string> = {
      "accept-encoding": "identity",
      "user-agent": "ml-roadmap-datasets",
    };
    if (origin && have > 0) {
      headers["range"] = `bytes=${have}-`;
      headers["if-range"] = origin.validator;
    }
    const response = await answerTo(url, headers, download);
    const start = await acceptAnswer(response, download, have);
    await receive(response, start, download);
  }
  onBytes(await partial.size());
  await checkContent(download, have > 0);
}

/**
 * The head of a mirror's answer. The dispatcher limits each connection and each wait for a head; a proxy that hangs up
 * is asked again and again without either, so all of it together has a limit as well.
 */
async function answerTo(
  url: string,
  headers: Record<string, string>,
  { dispatcher, signal, answerMs }: Download,
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answerMs);
  try {
    return await fetch(url, {
      headers,
      dispatcher,
      signal: AbortSignal.any([signal, late.signal]),
    });
  } catch (error) {
    if (!late.signal.aborted || signal.aborted) throw error;
    throw new MirrorError(`it gave no answer within ${answerMs / 1000} s`, true);
  } finally {
    clearTimeout(timer);
  }
}

/** Checks status and headers before any byte is kept; gives the offset at which the body starts. */
async function acceptAnswer(
  response: Response,
  { url, partial, expected }: Download,
  have: number,
): Promise<number> {
  const { status, statusText, headers } = response;
  const refuse = async (message: string, retry: boolean): Promise<never> => {
    await response.body?.cancel();
    throw new MirrorError(message, retry);
  };
  if (status === 206 && have > 0) {
    const range = headers.get("content-range") ?? "";
    if (range.startsWith(`bytes ${have}-`) && range.endsWith(`/${expected.bytes}`)) return have;
    await partial.restart();
    return refuse(`it answered with the wrong part (${range})`, true);
  }
  if (status === 416) {
    await partial.restart();
    return refuse("it cannot continue the partial file", true);
  }
  if (status !== 200) {
    return refuse(
      `it answered ${status} ${statusText}`.trim(),
      status >= 500 || status === 408 || status === 429,
    );
  }
  if (/^text\/html\b/i.test(headers.get("content-type") ?? ""))
    return refuse("it answered with a web page in place of the file", false);
  const length = headers.get("content-encoding") === null ? headers.get("content-length") : null;
  if (length !== null && Number(length) !== expected.bytes) {
    return refuse(
      `it offers ${Number(length).toLocaleString("en-US")} bytes, expected ${expected.bytes.toLocaleString("en-US")}`,
      false,
    );
  }
  const validator = strongValidator(response);
  await partial.restart(validator === undefined ? undefined : { url, validator });
  return 0;
}

/** What a server accepts in If-Range: a strong ETag, else the time of the last change. */
function strongValidator({ headers }: Response): string | undefined {
  const etag = headers.get("etag");
  if (etag !== null && !etag.startsWith("W/")) return etag;
  return headers.get("last-modified") ?? undefined;
}

/** Writes the body behind the first `start` bytes; throws a MirrorError when it ends early or does not end. */
async function receive(
  response: Response,
  start: number,
  { partial, expected, onBytes }: Download,
): Promise<void> {
  let bytes = start;
  onBytes(bytes);
  const file: FileHandle = await partial.append();
  try {
    for await (const chunk of response.body ?? []) {
      const data: Uint8Array = chunk;
      bytes += data.byteLength;
      if (bytes > expected.bytes) {
        await partial.restart();
        throw new MirrorError(
          `it sent more than the expected ${expected.bytes.toLocaleString("en-US")} bytes`,
          false,
        );
      }
      await writeAll(file, data);
      onBytes(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (bytes < expected.bytes) {
    throw new MirrorError(
      `it stopped after ${bytes.toLocaleString("en-US")} of ${expected.bytes.toLocaleString("en-US")} bytes`,
      true,
    );
  }
}

/** Verifies the complete bytes; wrong ones are dropped, and asking again may help only if a part of them was older. */
async function checkContent({ partial, expected }: Download, continued: boolean): Promise<void> {
  const problem = await verifyFile(partial.data, expected);
  if (problem === undefined) return;
  await partial.restart();
  throw new MirrorError(`it sent the wrong content: ${problem}`, continued);
}

/** A write may take only a part of the data. */
async function writeAll(file: FileHandle, data: Uint8Array): Promise<void> {
  for (let done = 0; done < data.byteLength;) {
    done += (await file.write(data, done)).bytesWritten;
  }
}
