import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LabelledText } from "../data/labelled-text.ts";
import type { Precision } from "../model/precision.ts";
import { readModelFolder } from "../model/read-model-folder.ts";
import { observe } from "./observe.ts";
import { makeReference, REFERENCE_FILE, type Reference } from "./reference.ts";

/** Runs a model's folder over the texts it should see, and puts what it saw into the folder as drift.json. */
export async function writeReference(
  folder: string,
  examples: readonly Pick<LabelledText, "text">[],
  precision: Precision,
): Promise<Reference> {
  const { labels } = await readModelFolder(folder);
  const reference = makeReference(labels, await observe(folder, examples, precision));
  await writeFile(join(folder, REFERENCE_FILE), `${JSON.stringify(reference)}\n`);
  return reference;
}
