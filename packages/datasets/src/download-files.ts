import { basename } from "node:path";
import { EnvHttpProxyAgent } from "undici";
import { fetchFile } from "./fetch-file.ts";
import { pathIn } from "./missing-files.ts";
import type { Patience } from "./patience.ts";
import type { DatasetFile } from "./registry.ts";

export interface DownloadProgress {
  readonly dataset: string;
  /** The file's name. */
  readonly file: string;
  /** Bytes of the file that are here, those of an earlier download included. */
  readonly bytes: number;
  readonly total: number;
}

export interface DownloadOptions {
  /** Name of the dataset, for the progress. */
  readonly name: string;
  /** The data folder. */
  readonly folder: string;
  readonly patience: Patience;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Downloads files into a data folder, one after the other. Throws DatasetUnavailableError. */
export async function downloadFiles(
  files: readonly DatasetFile[],
  options: DownloadOptions,
): Promise<void> {
  const { name, folder, patience, onProgress, signal = new AbortController().signal } = options;
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: patience.connectMs },
    headersTimeout: patience.connectMs,
    bodyTimeout: patience.stallMs,
  });
  try {
    for (const file of files) {
      const onBytes = (bytes: number) => {
        onProgress?.({ dataset: name, file: basename(file.path), bytes, total: file.bytes });
      };
      await fetchFile({
        file,
        target: pathIn(folder, file),
        dispatcher,
        patience,
        signal,
        onBytes,
      });
    }
  } finally {
    await dispatcher.destroy();
  }
}
