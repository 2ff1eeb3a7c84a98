import { join } from "node:path";
import { openStore } from "../registry/open-store.ts";
import { RetrainError } from "./retrain-error.ts";

/**
 * The data as a file of this machine: `s3://bucket/folder/file.jsonl` is fetched, anything else stays as it is.
 *
 * @param endpoint of an S3-compatible store; AWS's own when left out
 */
export async function fetchData(data: string, scratch: string, endpoint?: string): Promise<string> {
  const [, folder, name] = /^(s3:\/\/.+)\/([^/]+)$/.exec(data) ?? [];
  if (folder === undefined) return data;
  const store = await openStore(folder, endpoint);
  const path = join(scratch, name);
  if ((await store.getFile(name, path)) === undefined) {
    throw new RetrainError(`${data} is not there`);
  }
  return path;
}
