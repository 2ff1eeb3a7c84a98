import { type Options, SingleBar } from "cli-progress";
import type { DownloadProgress } from "./download-files.ts";

export interface ProgressBar {
  /** Give this to `fetchDataset`. */
  readonly onProgress: (progress: DownloadProgress) => void;
  /** Ends the last line; call it when the fetch has settled. */
  readonly stop: () => void;
}

/**
 * Shows downloads: on a terminal a bar a file, in a log one line a file. Plain ASCII, on stderr by
 * default, and silent when nothing is downloaded.
 */
export function progressBar(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr,
): ProgressBar {
  let current = "";
  let bar: SingleBar | undefined;
  const options: Options = {
    stream,
    format: "{file} [{bar}] {percentage}% of {size}",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: 24,
    hideCursor: true,
  };
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  const onProgress = ({ dataset, file, bytes, total }: DownloadProgress) => {
    const name = `${dataset}/${file}`;
    if (name !== current) {
      stop();
      current = name;
      if (stream.isTTY) {
        bar = new SingleBar(options);
        bar.start(total, bytes, { file: name, size: megabytes(total) });
      } else {
        stream.write(`Downloading ${name} (${megabytes(total)})\n`);
      }
    }
    bar?.update(bytes);
  };
  return { onProgress, stop };
}

function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
