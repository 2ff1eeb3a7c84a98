import { gunzipSync, gzipSync } from "node:zlib";
import { parseJson } from "../phase/json.ts";
import { answersSchema, type Answers } from "../phase/answers.ts";
import { roadmapFolder } from "./manifest.ts";
import { starterPath } from "./paths.ts";

/** The reference's answers in a starter: compressed, so that nobody reads one by accident. */
export const referenceFile = `${roadmapFolder}/reference.json.gz`;

/** Packs answers for a starter, with the paths they have there. */
export function packReference(answers: Answers): Buffer {
  const moved = Object.fromEntries(
    Object.entries(answers).map(([step, answer]) => [
      step,
      { ...answer, file: starterPath(answer.file) },
    ]),
  );
  const packed = gzipSync(JSON.stringify(moved), { level: 9 });
  packed[9] = 255;
  return packed;
}

/** Opens what {@link packReference} packed. */
export function openReference(packed: Uint8Array): Answers {
  return parseJson(gunzipSync(packed).toString("utf8"), answersSchema, referenceFile);
}
