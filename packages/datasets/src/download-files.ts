import { basename } from "node:path";
import { EnvHttpProxyAgent } from "undici";
import { DatasetUnavailableError } from "./error.ts";
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
  const dispatcher = proxyAgent(patience);
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

/** Goes through the proxies that the environment names, with or without `http://` before them, as curl and pip do. */
function proxyAgent({ connectMs, stallMs }: Patience): EnvHttpProxyAgent {
  const named = (...names: string[]): string | undefined => {
    const address = names.map((name) => process.env[name]).find(Boolean);
    return address === undefined || address.includes("://") ? address : `http://${address}`;
  };
  const httpProxy = named("http_proxy", "HTTP_PROXY");
  const httpsProxy = named("https_proxy", "HTTPS_PROXY");
  try {
    return new EnvHttpProxyAgent({
      connect: { timeout: connectMs },
      headersTimeout: connectMs,
      bodyTimeout: stallMs,
      ...(httpProxy !== undefined && { httpProxy }),
      ...(httpsProxy !== undefined && { httpsProxy }),
    });
  } catch (error) {
    const because = `the proxy's address (${httpsProxy ?? httpProxy}) cannot be used`;
    const advice = "Correct HTTPS_PROXY and HTTP_PROXY, such as http://proxy.example.com:8080.";
    throw new DatasetUnavailableError("download", because, `No download: ${because}. ${advice}`, {
      cause: error,
    });
  }
}
