import { resolve } from "node:path";
import { folderStore } from "./folder-store.ts";
import type { Store } from "./store.ts";

/**
 * The store at a place: `s3://bucket` or `s3://bucket/prefix`, else a folder.
 *
 * @param endpoint of an S3-compatible store; AWS's own when left out
 */
export async function openStore(place: string, endpoint?: string): Promise<Store> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(place) ?? [];
  if (bucket === undefined) return folderStore(resolve(place));
  // Loaded only where it is used: the SDK is most of a small service's start.
  const { s3Store } = await import("./s3-store.ts");
  return s3Store({ bucket, prefix, ...(endpoint && { endpoint }) });
}
