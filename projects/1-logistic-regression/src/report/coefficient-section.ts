import { type Coefficient, coefficientChart, type Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";

/** As many rows as a phone shows without losing the thread; the table has all. */
const mostRows = 20;

const womenAndChildren =
  ' "Companions" is how much better than their kind the people fared that a passenger travelled with, among the training rows; "w/c" marks features that are 0 but for women and children.';

/** What the model has learnt, feature by feature. */
export function coefficientSection(results: RunResults): Section {
  return "why" in results.coefficients
    ? withoutErrors(results, results.coefficients.why)
    : withIntervals(results, results.coefficients.rows);
}

function withIntervals(
  { model, standardised }: RunResults,
  all: Extract<RunResults["coefficients"], { rows: unknown }>["rows"],
): Section {
  // The last row is the intercept, which has no odds ratio to speak of.
  const rows = all.slice(0, -1).map((row, j) => ({ ...row, size: Math.abs(standardised[j]) }));
  const bySize = rows.toSorted((a, b) => b.size - a.size);
  const coefficients = bySize
    .slice(0, mostRows)
    .map(({ name, oddsRatio, low, high }): Coefficient => ({
      name,
      estimate: oddsRatio,
      low,
      high,
    }));
  const posterior =
    model.penalty === "none"
      ? "Intervals are Wald's."
      : "With an L2 penalty they are those of the normal approximation to the posterior whose prior is the penalty.";
  return {
    title: "What it has learnt",
    body: `An odds ratio says by how much the odds multiply when the feature grows by one of its own units (a year, a person) or when the row is of the named category, all else being equal. 1 is no effect; a hollow dot's interval holds it. ${posterior} They describe this data set; they do not say what causes what.${model.features.some((name) => name.endsWith("w/c")) ? womenAndChildren : ""}`,
    figures: [
      {
        title: "Odds ratios with 95% intervals",
        svg: coefficientChart({ coefficients, x: { label: "Odds ratio", scale: "log" } }),
        caption: `The ${coefficients.length} features with the largest effect per standard deviation.`,
        table: {
          columns: [
            { label: "Feature" },
            { label: "Odds ratio" },
            { label: "Low" },
            { label: "High" },
            { label: "Coefficient" },
            { label: "Standard error" },
          ],
          rows: bySize.map(({ name, oddsRatio, low, high, coef, standardError }) => [
            name,
            oddsRatio,
            low,
            high,
            coef,
            standardError,
          ]),
        },
      },
    ],
  };
}

function withoutErrors({ model, standardised }: RunResults, why: string): Section {
  const rows = model.features
    .map((name, j) => ({ name, coef: standardised[j] }))
    .sort((a, b) => Math.abs(b.coef) - Math.abs(a.coef));
  const kept = rows.filter(({ coef }) => coef !== 0);
  const coefficients = kept
    .slice(0, mostRows)
    .map(({ name, coef }): Coefficient => ({ name, estimate: coef, low: coef, high: coef }));
  return {
    title: "What it has learnt",
    body: `${kept.length} of ${rows.length} features have a coefficient other than 0. There are no intervals: ${why}.`,
    figures:
      coefficients.length === 0
        ? []
        : [
            {
              title: "Coefficients of standardised features",
              svg: coefficientChart({ coefficients }),
              table: {
                columns: [{ label: "Feature" }, { label: "Coefficient" }],
                rows: rows.map(({ name, coef }) => [name, coef]),
              },
            },
          ],
  };
}
