import { join } from "node:path";
import { DatasetUnavailableError } from "./error.ts";
import { errorCode } from "./error-code.ts";
import type { DatasetFile } from "./registry.ts";
import { verifyFile } from "./verify-file.ts";

/** Where a file lies in a data folder. */
export function pathIn(folder: string, file: DatasetFile): string {
  return join(folder, ...file.path.split("/"));
}

/** The files that are not in a data folder. One that is there and wrong throws DatasetUnavailableError: it is the user's to delete. */
export async function missingFiles(
  folder: string,
  files: readonly DatasetFile[],
): Promise<DatasetFile[]> {
  const missing: DatasetFile[] = [];
  for (const file of files) {
    const path = pathIn(folder, file);
    const problem = await problemOf(path, file);
    if (problem === "missing") missing.push(file);
    else if (problem !== undefined) {
      const advice =
        file.mirrors.length > 0
          ? "Delete it and run again: it is then downloaded anew."
          : "Put the right file in its place, or delete it.";
      const because = `${path} is not the file it should be`;
      throw new DatasetUnavailableError("altered", because, `${because}: ${problem}. ${advice}`);
    }
  }
  return missing;
}

async function problemOf(path: string, file: DatasetFile): Promise<string | undefined> {
  try {
    return await verifyFile(path, file);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return "missing";
    if (code === undefined) throw error;
    const because = `${path} cannot be read (${code})`;
    throw new DatasetUnavailableError(
      "disk",
      because,
      `${because}. Make it readable, delete it, or set ML_ROADMAP_DATA to another folder.`,
      { cause: error },
    );
  }
}
