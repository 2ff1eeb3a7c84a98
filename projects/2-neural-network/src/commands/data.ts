import { progressBar } from "@ml-roadmap/datasets";
import { loadDigits, type DigitData, type LoadOptions } from "../data/dataset.ts";

/** Loads the digits with a bar while they download, and says which they are. */
export async function announcedDigits(
  source: NonNullable<LoadOptions["source"]>,
  signal?: AbortSignal,
): Promise<DigitData> {
  const bar = progressBar();
  try {
    const data = await loadDigits({ source, onProgress: bar.onProgress, signal });
    console.log(data.description);
    return data;
  } finally {
    bar.stop();
  }
}
