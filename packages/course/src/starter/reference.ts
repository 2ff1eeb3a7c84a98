import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { parseJson } from "../phase/json.ts";
import { answersSchema, type Answers } from "../phase/answers.ts";
import { roadmapFolder } from "./manifest.ts";
import { starterPath } from "./paths.ts";

/** The reference in a starter: compressed, so that nobody reads an answer by accident. */
export const referenceFile = `${roadmapFolder}/reference.json.gz`;

const referenceSchema = z.strictObject({
  answers: answersSchema,
  /** The step files as they were shipped, by path: what `reset` goes back to. */
  starters: z.record(z.string(), z.string()),
});

export type Reference = z.infer<typeof referenceSchema>;

/** Packs the reference for a starter, with the paths that files have there. */
export function packReference(answers: Answers, shipped: ReadonlyMap<string, Buffer>): Buffer {
  const moved = Object.fromEntries(
    Object.entries(answers).map(([step, answer]) => [
      step,
      { ...answer, file: starterPath(answer.file) },
    ]),
  );
  const starters = Object.fromEntries(
    Object.values(moved).map(({ file }) => [file, shipped.get(file)!.toString("utf8")]),
  );
  const reference: Reference = { answers: moved, starters };
  const packed = gzipSync(JSON.stringify(reference), { level: 9 });
  packed[9] = 255;
  return packed;
}

/** Opens what {@link packReference} packed. */
export function openReference(packed: Uint8Array): Reference {
  return parseJson(gunzipSync(packed).toString("utf8"), referenceSchema, referenceFile);
}
