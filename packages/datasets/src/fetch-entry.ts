import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dataFolders } from "./data-folder.ts";
import { DatasetUnavailableError } from "./error.ts";
import { errorCode } from "./error-code.ts";
import type { DownloadProgress } from "./download-files.ts";
import { missingFiles, pathIn } from "./missing-files.ts";
import { type Patience, patient } from "./patience.ts";
import type { DatasetEntry } from "./registry.ts";

export interface FetchOptions {
  /** Never download; default: whether `ML_ROADMAP_OFFLINE` is set (to anything but 0 or false). */
  readonly offline?: boolean;
  /** The data folder; default: `ML_ROADMAP_DATA`, else a cache folder in the user's home. */
  readonly dataDir?: string;
  /** Called for every piece of a download, never for files that are there already. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface FetchedDataset<File extends string = string> {
  /** The folder that holds the files. */
  readonly dir: string;
  /** Absolute path of each file by its name. */
  readonly files: Readonly<Record<File, string>>;
  /** One sentence: which data these are and where they lie. */
  readonly description: string;
}

/** `fetchDataset` for any entry, with a choice of patience. */
export async function fetchEntry(
  name: string,
  entry: DatasetEntry,
  options: FetchOptions,
  patience: Patience = patient,
): Promise<FetchedDataset> {
  const folders = dataFolders(options.dataDir);
  const files = Object.values(entry.files);
  for (const folder of folders) {
    if ((await missingFiles(folder, files)).length === 0) return fetched(folder, entry);
  }
  refuseDownload(name, entry, folders, options);
  const folder = await writableFolder(folders);
  // Loaded only now: an HTTP client takes longer to start than most programs that find their data in place.
  const { downloadFiles } = await import("./download-files.ts");
  await downloadFiles(await missingFiles(folder, files), { ...options, name, folder, patience });
  return fetched(folder, entry);
}

/** Throws when a download is forbidden or impossible. */
function refuseDownload(
  name: string,
  entry: DatasetEntry,
  folders: readonly string[],
  options: FetchOptions,
): void {
  const files = Object.values(entry.files);
  const places = `Looked in ${folders.join(" and ")}. Put the files there`;
  const unserved = files.filter((file) => file.mirrors.length === 0).map((file) => file.path);
  if (unserved.length > 0) {
    const form = `in this form${entry.rebuilt === undefined ? "" : ` (it is ${entry.rebuilt})`}`;
    const advice = `${places} (${unserved.join(", ")}), or set ML_ROADMAP_DATA to a folder that has them.`;
    throw new DatasetUnavailableError(
      "no-mirror",
      "no server offers it in this form",
      `The dataset "${name}" is not on this machine, and no server offers it ${form}. ${advice}`,
    );
  }
  const env = process.env["ML_ROADMAP_OFFLINE"] ?? "";
  if (options.offline ?? !["", "0", "false"].includes(env)) {
    const advice = `${places}, set ML_ROADMAP_DATA to a folder that has them, or run online.`;
    throw new DatasetUnavailableError(
      "offline",
      "it is not on this machine and downloading is switched off",
      `The dataset "${name}" is not on this machine, and downloading is switched off. ${advice}`,
    );
  }
}

/** The first folder that can be written, made when missing: a data folder may be read-only. */
async function writableFolder(folders: readonly string[]): Promise<string> {
  const problems: string[] = [];
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      // Tried, not asked: Windows says yes of any folder.
      await rm(await mkdtemp(join(folder, ".write-")), { recursive: true });
      return folder;
    } catch (error) {
      problems.push(`${folder} (${errorCode(error) ?? String(error)})`);
    }
  }
  throw new DatasetUnavailableError(
    "disk",
    "no data folder can be written",
    `No data folder can be written: ${problems.join(", ")}. Set ML_ROADMAP_DATA to a folder that can.`,
  );
}

function fetched(folder: string, entry: DatasetEntry): FetchedDataset {
  const paths = Object.entries(entry.files).map(
    ([name, file]) => [name, pathIn(folder, file)] as const,
  );
  const dir = dirname(paths[0]?.[1] ?? folder);
  return {
    dir,
    files: Object.fromEntries(paths),
    description: `Using ${entry.title}, from ${dir}.`,
  };
}
