import { createHash } from "node:crypto";
import { z } from "zod";

/** Where the starter keeps what the `roadmap` command needs to know. */
export const roadmapFolder = ".roadmap";
export const manifestFile = `${roadmapFolder}/manifest.json`;

/** What was shipped: `update` tells the learner's bytes from ours by these hashes. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  phase: z.number().int(),
  /** Hash over all shipped files: which edition of the starter this is. */
  edition: z.string(),
  /** Where newer editions come from, if the repository had an address. */
  repository: z.string().nullable(),
  /** sha256 of each shipped file, by path. */
  files: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** sha256 of a file's bytes, in hexadecimal. */
export function fileHash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The manifest of a starter's files. */
export function makeManifest(
  phase: number,
  repository: string | null,
  files: ReadonlyMap<string, Buffer>,
): Manifest {
  const hashes = Object.fromEntries(
    [...files.keys()].toSorted().map((path) => [path, fileHash(files.get(path)!)]),
  );
  const edition = fileHash(Buffer.from(JSON.stringify(hashes))).slice(0, 12);
  return { format: 1, phase, edition, repository, files: hashes };
}
