import type { FetchOptions } from "@ml-roadmap/datasets";
import { existsSync } from "node:fs";
import type { TextData } from "./example.ts";
import { findProblems, type LengthLimit } from "./find-problems.ts";
import { InputError } from "./input-error.ts";
import { loadFile, type FileOptions } from "./load-file.ts";
import { dataNames, isDataName, loadNamedData } from "./named-data.ts";
import type { Problem } from "./problem.ts";
import { supportedKinds } from "./records.ts";

export interface TextDataOptions extends FileOptions, LengthLimit, FetchOptions {
  /** "reviews" (default), "sst2", "sst2-sentences", "imdb", or the path of a file. */
  readonly data?: string | undefined;
  /** Called with the data before they are looked through, which asks for lengths. */
  readonly prepare?: (data: TextData) => Promise<void>;
}

/**
 * Loads texts for training, choosing and judging, and says what is wrong with them. Throws InputError for
 * a file that cannot be used, and DatasetUnavailableError for a named data set that cannot be had.
 */
export async function loadTextData(
  options: TextDataOptions = {},
): Promise<{ data: TextData; problems: readonly Problem[] }> {
  const { data: name = "reviews" } = options;
  const { data, problems } = isDataName(name)
    ? { data: await loadNamedData(name, fetching(options)), problems: [] }
    : await loadFile(checkedPath(name), options);
  await options.prepare?.(data);
  return { data, problems: [...problems, ...findProblems(data, options)] };
}

function fetching({ seed, offline, dataDir, onProgress, signal }: TextDataOptions) {
  return {
    ...(seed !== undefined && { seed }),
    ...(offline !== undefined && { offline }),
    ...(dataDir !== undefined && { dataDir }),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  };
}

/** A word that is neither a data set nor a file is a misspelt data set. */
function checkedPath(name: string): string {
  if (existsSync(name) || /[./\\]/.test(name)) return name;
  throw new InputError(
    `there is no data set and no file "${name}"; expected ${dataNames.join(", ")}, or a ${supportedKinds} file`,
  );
}
