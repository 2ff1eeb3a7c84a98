export { defaultDataFolder } from "./data-folder.ts";
export type { DownloadProgress } from "./download-files.ts";
export { DatasetUnavailableError, type UnavailableReason } from "./error.ts";
export { fetchDataset } from "./fetch-dataset.ts";
export { type FetchedDataset, type FetchOptions } from "./fetch-entry.ts";
export { loadTitanic, type Titanic, type TitanicOptions } from "./load-titanic.ts";
export { progressBar, type ProgressBar } from "./progress-bar.ts";
export {
  type DatasetEntry,
  type DatasetFile,
  type DatasetName,
  datasetNames,
  isDatasetName,
  registry,
} from "./registry.ts";
export { writeFileAtomic } from "./write-file-atomic.ts";
export { type Digits, generateDigits } from "./digits/generate.ts";
