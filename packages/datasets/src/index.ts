export { writeFileAtomic } from "./write-file-atomic.ts";
export { DatasetUnavailableError, type UnavailableReason } from "./error.ts";
export { defaultDataFolder } from "./data-folder.ts";
export {
  type DownloadProgress,
  type FetchedDataset,
  type FetchOptions,
  fetchDataset,
} from "./fetch-dataset.ts";
export { loadTitanic, type Titanic, type TitanicOptions } from "./load-titanic.ts";
export {
  type DatasetEntry,
  type DatasetFile,
  type DatasetName,
  datasetNames,
  registry,
} from "./registry.ts";
