import { type FetchedDataset, fetchEntry, type FetchOptions } from "./fetch-entry.ts";
import { type DatasetName, registry } from "./registry.ts";

type FileOf<N extends DatasetName> = keyof (typeof registry)[N]["files"] & string;

/**
 * The files of a dataset, each with the right size and sha256: from the data folder where they are,
 * else downloaded into it. What is there and wrong is refused by name, never overwritten. Throws
 * DatasetUnavailableError: its `reason` says why, its message what to do.
 */
export async function fetchDataset<N extends DatasetName>(
  name: N,
  options: FetchOptions = {},
): Promise<FetchedDataset<FileOf<N>>> {
  return fetchEntry(name, registry[name], options);
}
