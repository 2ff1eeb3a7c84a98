import { z } from "zod";
import { phaseSchema, type PhaseFile } from "../phase/schema.ts";
import type { Phase } from "../phase/repository.ts";
import { roadmapFolder } from "./manifest.ts";
import { starterPath } from "./paths.ts";

/** All phases in a starter's own words, so that `status` works with no repository beside it. */
export const overviewFile = `${roadmapFolder}/roadmap.json`;

export const overviewSchema = z.strictObject({ phases: z.array(phaseSchema) });

export type Overview = z.infer<typeof overviewSchema>;

/** Writes the overview of all phases that are built, with the paths they have in a starter. */
export function makeOverview(phases: readonly Phase[]): string {
  const plain = phases.map(
    ({ id, slug, title, objective, learning, data, files, steps, tour }): PhaseFile => ({
      id,
      slug,
      title,
      objective,
      learning,
      data,
      tour,
      files: files.map(starterPath),
      steps: steps.map((step) => ({ ...step, file: starterPath(step.file) })),
    }),
  );
  return `${JSON.stringify({ phases: plain }, null, 2)}\n`;
}
