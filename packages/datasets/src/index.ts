export { defaultDataFolder } from "./data-folder.ts";
export type { DownloadProgress } from "./download-files.ts";
export { DatasetUnavailableError, type UnavailableReason } from "./error.ts";
export { fetchDataset } from "./fetch-dataset.ts";
export { type FetchedDataset, type FetchOptions } from "./fetch-entry.ts";
export { type Imdb, type ImdbOptions, type ImdbPart, loadImdb } from "./load-imdb.ts";
export { loadReviews, type Reviews, type ReviewsOptions } from "./load-reviews.ts";
export { loadSst2, type Sst2, type Sst2Options } from "./load-sst2.ts";
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
export {
  type Review,
  type ReviewDomain,
  reviewDomains,
  reviewPhenomena,
  type ReviewPhenomenon,
} from "./reviews/review.ts";
export { DataFormatError } from "./text/format-error.ts";
export type { ImdbReview, ImdbText } from "./text/imdb-line.ts";
export { type Label, type LabelledText, labelNames } from "./text/labelled-text.ts";
