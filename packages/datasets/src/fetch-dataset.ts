import { dirname, join, resolve } from "node:path";
import { dataFolders } from "./data-folder.ts";
import { DatasetUnavailableError } from "./error.ts";
import { type DatasetEntry, type DatasetFile, type DatasetName, registry } from "./registry.ts";
import { verifyFile } from "./verify-file.ts";

export interface DownloadProgress {
  readonly dataset: string;
  readonly file: string;
  /** Bytes of this file that are here, those of an earlier attempt included. */
  readonly bytes: number;
  readonly total: number;
}

export interface FetchOptions {
  /** Never download; default: whether `ML_ROADMAP_OFFLINE` is set. */
  readonly offline?: boolean;
  /** The data folder; default: `ML_ROADMAP_DATA`, else a cache folder in the user's home. */
  readonly dataDir?: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface FetchedDataset<File extends string = string> {
  /** The folder that holds the files. */
  readonly dir: string;
  /** Absolute path of each file by its name. */
  readonly files: Readonly<Record<File, string>>;
}

type FileOf<N extends DatasetName> = keyof (typeof registry)[N]["files"] & string;

/**
 * Finds a dataset's files in the data folder and checks size and sha256 of each. Throws
 * DatasetUnavailableError.
 */
export async function fetchDataset<N extends DatasetName>(
  name: N,
  options: FetchOptions = {},
): Promise<FetchedDataset<FileOf<N>>> {
  const entry: DatasetEntry = registry[name];
  const [root = ""] = dataFolders(options.dataDir);
  const files = {} as Record<FileOf<N>, string>;
  let dir = root;
  for (const [key, file] of Object.entries(entry.files)) {
    const path = await findFile(root, file);
    files[key as FileOf<N>] = path;
    dir = dirname(path);
  }
  return { dir, files };
}

async function findFile(root: string, file: DatasetFile): Promise<string> {
  const path = resolve(join(root, file.path));
  try {
    const problem = await verifyFile(path, file);
    if (problem === undefined) return path;
    throw new DatasetUnavailableError(
      "altered",
      `${path} is not the file it should be: ${problem}. Delete it and run again.`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new DatasetUnavailableError(
      "offline",
      `${path} is not there. Put it there or set ML_ROADMAP_DATA to the folder that has it.`,
    );
  }
}
