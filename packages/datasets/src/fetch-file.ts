import { setTimeout as sleep } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { downloadFile, MirrorError } from "./download-file.ts";
import { DatasetUnavailableError } from "./error.ts";
import { causeCode, errorCode } from "./error-code.ts";
import { PartialFile } from "./partial-file.ts";
import type { Patience } from "./patience.ts";
import type { DatasetFile } from "./registry.ts";

export interface FileRequest {
  readonly file: DatasetFile;
  /** Where the file shall be, absolute. */
  readonly target: string;
  readonly dispatcher: Dispatcher;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/**
 * Downloads one file from the first mirror that gives the right content. The name `target` never
 * holds anything but the verified file; what an interrupted download got is kept beside it and
 * continued by the next. Throws DatasetUnavailableError.
 */
export async function fetchFile(request: FileRequest): Promise<void> {
  const { file, target, signal } = request;
  const partial = await PartialFile.open(target).catch((error: unknown) => {
    throw diskError(error, target, file) ?? error;
  });
  try {
    const failures: { readonly url: string; readonly failure: string }[] = [];
    for (const url of continuedFirst(file.mirrors, partial)) {
      const failure = await tryMirror(url, partial, request);
      if (failure === undefined) return await partial.finish();
      failures.push({ url, failure });
    }
    throw downloadError(failures, file, target);
  } catch (error) {
    if (signal.aborted) {
      throw new DatasetUnavailableError(
        "aborted",
        "it was stopped",
        `The download of ${file.path} was stopped.`,
        { cause: signal.reason },
      );
    }
    const disk = diskError(error, target, file);
    if (disk) await partial.restart().catch(() => undefined); // a full disk wants the room back
    throw disk ?? error;
  } finally {
    await partial.close();
  }
}

/** Which mirror failed how, and what to do. */
function downloadError(
  failures: readonly { readonly url: string; readonly failure: string }[],
  file: DatasetFile,
  target: string,
): DatasetUnavailableError {
  const first = failures
    .slice(0, 1)
    .map(({ url, failure }) => ` (${new URL(url).hostname}: ${failure})`);
  const lines = failures.map(({ url, failure }) => `  ${url}: ${failure}`);
  const advice = `Check the network and try again (HTTPS_PROXY is honoured), put the file at ${target} yourself, or set ML_ROADMAP_DATA to a folder that has it.`;
  return new DatasetUnavailableError(
    "download",
    `no mirror gave it${first.join("")}`,
    [`${file.path} could not be downloaded:`, ...lines, advice].join("\n"),
  );
}

function continuedFirst(mirrors: readonly string[], { origin }: PartialFile): readonly string[] {
  return origin && mirrors.includes(origin.url)
    ? [origin.url, ...mirrors.filter((url) => url !== origin.url)]
    : mirrors;
}

/** Asks one mirror until it gives the file or asking is no use: the last failure, or undefined. Throws when stopped and for errors of the disk. */
async function tryMirror(
  url: string,
  partial: PartialFile,
  request: FileRequest,
): Promise<string | undefined> {
  const { file, dispatcher, patience, signal, onBytes } = request;
  for (let count = 1; ; count += 1) {
    try {
      // To connect, and to answer.
      const answerMs = 2 * patience.connectMs;
      await downloadFile({ url, partial, expected: file, dispatcher, signal, answerMs, onBytes });
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (diskError(error, partial.target, file)) throw error;
      if (count >= patience.tries || (error instanceof MirrorError && !error.retry))
        return reason(error, patience);
    }
    await sleep(patience.backoffMs * 2 ** (count - 1), undefined, { signal });
  }
}

/** What went wrong between here and a mirror, in plain words. */
function reason(error: unknown, { connectMs, stallMs }: Patience): string {
  if (error instanceof MirrorError) return error.message;
  const code = causeCode(error) ?? "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return "its name could not be looked up (no network?)";
  if (code === "ECONNREFUSED") return "it refused the connection";
  if (
    code === "UND_ERR_CONNECT_TIMEOUT" ||
    code === "UND_ERR_HEADERS_TIMEOUT" ||
    code === "ETIMEDOUT"
  )
    return `it gave no answer within ${connectMs / 1000} s`;
  if (code === "UND_ERR_BODY_TIMEOUT") return `it sent nothing for ${stallMs / 1000} s`;
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET") return "the connection broke";
  return error instanceof Error ? [error.message, code].filter(Boolean).join(", ") : String(error);
}

const diskCodes: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the folder is read-only",
  EACCES: "the folder may not be written",
  EPERM: "the folder may not be written",
  EFBIG: "the file is too large for the disk",
  EEXIST: "a file is in the way",
  ENOTDIR: "a file is in the way of the folder",
  EISDIR: "a folder is in the way",
};

/** The error in the reader's terms when the disk is at fault, else undefined: only an error of the file system carries its code itself. */
function diskError(
  error: unknown,
  target: string,
  file: DatasetFile,
): DatasetUnavailableError | undefined {
  const because = diskCodes[errorCode(error) ?? ""];
  if (because === undefined) return undefined;
  const size = file.bytes.toLocaleString("en-US");
  return new DatasetUnavailableError(
    "disk",
    because,
    `${target} (${size} bytes) could not be written: ${because}. Free some space, or set ML_ROADMAP_DATA to a folder on another disk.`,
    { cause: error },
  );
}
