import { stratifiedSplit, type Split, type SplitOptions } from "@ml-roadmap/logistic-regression";
import type { Example, Task } from "./example.ts";
import { InputError } from "./input-error.ts";
import { groupNearDuplicates } from "./near-duplicates.ts";
import { plural } from "./problem.ts";

/** A combination of labels, or a tenth of the numbers, with fewer texts than this is dealt with others. */
const smallStratum = 5;

/**
 * Deals N examples into train, validation and test, seeded and stratified: by class, by combination of
 * labels, or by tenths of the numbers to predict. Near duplicates stay in one part, so that no score
 * rests on a text that was learnt. Row numbers ascend. Throws InputError where a part that is asked for
 * would be empty.
 */
export function splitExamples(
  examples: readonly Example[],
  task: Task,
  options: SplitOptions,
): Split {
  const groups = [...groupNearDuplicates(examples).values()];
  const strata = strataOf(
    groups.map(([first]) => examples[first].target),
    task,
  );
  const dealt = stratifiedSplit(strata, options);
  const rows = (part: readonly number[]) =>
    part.flatMap((group) => groups[group]).toSorted((a, b) => a - b);
  const split = {
    train: rows(dealt.train),
    validation: rows(dealt.validation),
    test: rows(dealt.test),
  };
  for (const name of ["validation", "test"] as const) {
    if (options[name] > 0 && split[name].length === 0) {
      throw new InputError(
        `${plural(groups.length, "different text")} are too few to keep ${100 * options[name]}% of them for ${name}; bring more, or a file of its own for each part`,
      );
    }
  }
  return split;
}

/** A number for each target: equal ones are dealt in proportion. */
function strataOf(targets: readonly Example["target"][], task: Task): number[] {
  if (task.kind === "classes") return targets.map(Number);
  if (task.kind === "regression") {
    const sorted = targets.map(Number).toSorted((a, b) => a - b);
    const strata = Math.min(10, Math.floor(sorted.length / smallStratum)) || 1;
    const edges = Array.from(
      { length: strata - 1 },
      (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / strata)],
    );
    return targets.map((target) => edges.filter((edge) => edge <= Number(target)).length);
  }
  const names = targets.map(String);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= smallStratum).map(([name]) => name);
  // -1: the rare combinations together.
  return names.map((name) => common.indexOf(name));
}
