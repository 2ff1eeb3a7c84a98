import { type Figure, lineChart, type Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { percentOf, shortNumber } from "./format.ts";

type Path = NonNullable<RunResults["path"]>;

/** As many lines as can be told apart. */
const mostLines = 6;

/** How the penalty was chosen, and what it does to the coefficients. */
export function pathSection({ model }: RunResults, path: Path): Section {
  const { points, chosen, best, folds } = path;
  const { C } = points[chosen];
  return {
    title: "How strong a penalty",
    body: [
      `Each C was scored by ${folds}-fold cross-validation on the training rows: everything, the preparation of the columns too, was fitted anew in each fold. The lowest log loss has C = ${shortNumber(points[best].C)}.`,
      `By the one-standard-error rule the model uses C = ${shortNumber(C)}, the strongest penalty whose log loss is within one standard error of the lowest.`,
    ].join("\n\n"),
    figures: [lossFigure(path), coefficientFigure(path, model.features)],
  };
}

function lossFigure({ points, chosen, best }: Path): Figure {
  const Cs = points.map(({ C }) => C);
  const marks = [{ x: Cs[chosen], label: "chosen" }];
  if (best !== chosen) marks.push({ x: Cs[best], label: "lowest" });
  return {
    title: "Log loss in cross-validation",
    svg: lineChart({
      series: [
        {
          name: "mean of the folds",
          x: Cs,
          y: points.map(({ logLoss }) => logLoss),
          band: {
            low: points.map(({ logLoss, error }) => logLoss - error),
            high: points.map(({ logLoss, error }) => logLoss + error),
          },
          points: true,
        },
      ],
      x: { label: "C (weaker penalty to the right)", scale: "log" },
      y: { label: "Log loss" },
      marks,
    }),
    caption: "The band is one standard error to each side.",
    table: {
      columns: [
        { label: "C", format: shortNumber },
        { label: "Log loss" },
        { label: "Standard error" },
        { label: "Accuracy", format: percentOf },
      ],
      rows: points.map(({ C, logLoss, error, accuracy }) => [C, logLoss, error, accuracy]),
    },
  };
}

function coefficientFigure({ points, chosen }: Path, features: readonly string[]): Figure {
  const Cs = points.map(({ C }) => C);
  const size = (j: number) => Math.abs(points[chosen].coef[j]);
  const largest = features
    .map((_, j) => j)
    .sort((a, b) => size(b) - size(a))
    .slice(0, mostLines);
  return {
    title: "Regularisation path",
    svg: lineChart({
      series: largest.map((j) => ({
        name: features[j],
        x: Cs,
        y: points.map(({ coef }) => coef[j]),
      })),
      x: { label: "C (weaker penalty to the right)", scale: "log" },
      y: { label: "Coefficient" },
      marks: [{ x: Cs[chosen], label: "chosen" }],
      height: 320,
    }),
    caption: `The ${largest.length} largest coefficients of standardised features, fitted to the training and validation rows; the table has all.`,
    table: {
      columns: [
        { label: "Feature" },
        ...Cs.map((C) => ({
          label: `C = ${shortNumber(C)}`,
          format: (value: number) => value.toFixed(3),
        })),
      ],
      rows: features.map((name, j) => [name, ...points.map(({ coef }) => coef[j])]),
    },
  };
}
