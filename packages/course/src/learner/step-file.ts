import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { MarkerError } from "../markers/error.ts";
import { fillRegions } from "../markers/fill.ts";
import { parseRegions, regionName } from "../markers/regions.ts";
import type { Step } from "../phase/schema.ts";
import type { Reference } from "../starter/reference.ts";

/** The bodies of a step's regions, by name. */
export type Bodies = ReadonlyMap<string, readonly string[]>;

/** The reference's bodies for a step. */
export function answerBodies(reference: Reference, step: Step): Bodies {
  return new Map(
    reference.answers[step.id].regions.map(({ title, body }) => [`${step.id} ${title}`, body]),
  );
}

/** The bodies for a step as they were shipped: the `Todo`s. */
export function starterBodies(reference: Reference, step: Step): Bodies {
  const regions = parseRegions(reference.starters[step.file], step.file);
  return new Map(
    regions
      .filter((region) => region.step === step.id)
      .map((region) => [regionName(region), region.body]),
  );
}

/** A step's file as the learner has it. */
export function readStepFile(folder: string, step: Step, say: (command: string) => string): string {
  const file = join(folder, step.file);
  if (!existsSync(file)) {
    throw new CommandError(exitCodes.environment, `${step.file} is not there`, [
      `${say(`reset ${step.id} --file`)}  puts it back as it came`,
    ]);
  }
  return readFileSync(file, "utf8");
}

/**
 * The learner's file with other bodies in a step's regions.
 *
 * @throws {CommandError} when the learner took the step's markers away.
 */
export function withBodies(
  text: string,
  step: Step,
  bodies: Bodies,
  say: (command: string) => string,
): string {
  try {
    return fillRegions(text, step.file, bodies);
  } catch (error) {
    const why =
      error instanceof MarkerError ? error.message : `its markers are gone from ${step.file}`;
    throw new CommandError(
      exitCodes.environment,
      `cannot tell where step ${step.id} stands: ${why}`,
      [
        `put the lines "#region step ${step.id} ..." and "#endregion" back round your code,`,
        `or ${say(`reset ${step.id} --file`)}  (the whole file as it came; yours is kept)`,
      ],
    );
  }
}
