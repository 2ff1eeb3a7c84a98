import { setImmediate } from "node:timers/promises";
import { ablate as runAblation, type Ablation, type AblationOptions } from "../checks/ablation.ts";
import { checkLayers } from "../checks/gradient-check.ts";
import { sanityChecks } from "../checks/sanity.ts";
import type { LoadOptions } from "../data/dataset.ts";
import { recipes, type RecipeName } from "../models/recipes.ts";
import { announcedDigits } from "./data.ts";
import { percentage, textTable } from "./table.ts";

/** Largest relative error that a right gradient shows in float64. */
const TOLERANCE = 1e-7;

/** Prints each layer's worst gradient error; returns the exit code. */
export function gradcheck(seed: number): number {
  const errors = checkLayers(seed);
  const rows = errors.map(({ layer, array, elements, error }) => [
    layer,
    array,
    String(elements),
    error.toExponential(1),
    error < TOLERANCE ? "ok" : "WRONG",
  ]);
  console.log(textTable([["layer", "gradient of", "elements", "worst error", ""], ...rows]));
  const wrong = rows.filter((row) => row.at(-1) === "WRONG").length;
  console.log(
    wrong === 0
      ? `All within ${TOLERANCE} of central differences (float64, random upstream gradients).`
      : `${wrong} of ${rows.length} gradients differ by more than ${TOLERANCE}.`,
  );
  return wrong === 0 ? 0 : 1;
}

type Source = NonNullable<LoadOptions["source"]>;

/** Prints what a practitioner makes sure of before a long training; returns the exit code. */
export async function sanity(
  name: RecipeName,
  source: Source,
  seed: number,
  signal: AbortSignal,
): Promise<number> {
  const { train } = await announcedDigits(source, signal);
  const checks = sanityChecks(recipes[name].architecture, train, seed);
  for (const { what, found, expected, passed } of checks) {
    console.log(`${passed ? "ok    " : "FAILED"}  ${what}: ${found} (expected ${expected})`);
  }
  return checks.every(({ passed }) => passed) ? 0 : 1;
}

/** Prints what each ingredient of a recipe is worth. */
export async function ablate(
  source: Source,
  options: AblationOptions,
  signal: AbortSignal,
): Promise<void> {
  const { train } = await announcedDigits(source, signal);
  const points = (value: number) => (100 * value).toFixed(2);
  const row = ({ name, mean, difference, standardError }: Ablation) => [
    name,
    percentage(mean),
    `${difference > 0 ? "+" : ""}${points(difference)}`,
    Number.isNaN(standardError) ? "-" : points(standardError),
  ];
  const progress = ({ name, mean }: Ablation) => console.error(`${name}: ${percentage(mean)}`);
  const results = await runAblation(train, options, progress, async () => {
    await setImmediate();
    signal.throwIfAborted();
  });
  const head = ["variant", "accuracy", "difference (points)", "standard error"];
  console.log(textTable([head, ...results.map(row)]));
}
