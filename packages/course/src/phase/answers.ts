import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { MarkerError } from "../markers/error.ts";
import { parseRegions } from "../markers/regions.ts";
import type { Step } from "./schema.ts";

/** The reference's answer to each step: the bodies of its regions. */
export const answersSchema = z.record(
  z.string(),
  z.strictObject({
    file: z.string(),
    regions: z.array(z.strictObject({ title: z.string(), body: z.array(z.string()) })).min(1),
  }),
);

export type Answers = z.infer<typeof answersSchema>;

/**
 * Reads the answers of a phase from its reference.
 *
 * @throws {MarkerError} where markers break the rules, name another step's id, or a step has none.
 */
export function readAnswers(folder: string, steps: readonly Step[]): Answers {
  const answers: Answers = {};
  for (const file of new Set(steps.map((step) => step.file))) {
    const here = steps.filter((step) => step.file === file).map((step) => step.id);
    for (const region of parseRegions(readFileSync(join(folder, file), "utf8"), file)) {
      if (!here.includes(region.step)) {
        throw new MarkerError(
          file,
          region.start + 1,
          `step ${region.step} is not one that phase.json places in this file (${here.join(", ")})`,
        );
      }
      (answers[region.step] ??= { file, regions: [] }).regions.push({
        title: region.title,
        body: [...region.body],
      });
    }
  }
  const missing = steps.find((step) => !answers[step.id]);
  if (missing) {
    throw new MarkerError(
      missing.file,
      1,
      `step ${missing.id} has no region here; phase.json says this is its file`,
    );
  }
  return answers;
}
