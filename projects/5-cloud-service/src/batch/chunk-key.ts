import { createHash } from "node:crypto";

/** What a chunk's result depends on. */
export interface ChunkContent {
  /** Digest of the model. */
  model: string;
  precision: string;
  texts: readonly string[];
}

/**
 * The name of a chunk's result, 64 hexadecimal digits: the same for the same work, whoever does it and
 * however often, and another one as soon as the result could be another one. So work may be done twice, and
 * its result is still there once; and what a run left behind is used again only where it fits.
 *
 * It is the sha256 of the JSON array `[model, precision, texts]` in UTF-8.
 */
export function chunkKey({ model, precision, texts }: ChunkContent): string {
  //#region solution 5.7 a name for work that is the same work
  return createHash("sha256")
    .update(JSON.stringify([model, precision, texts]))
    .digest("hex");
  //#endregion
}
