import { lineChart, percent, type Figure, type Section } from "@ml-roadmap/charts";
import { scoreText } from "./format.ts";
import type { CurvePoint, FineTuningResults } from "./results.ts";
import { capital } from "./summary-section.ts";

/** Loss and validation score by step. */
export function curvesSection({ curves }: FineTuningResults): Section {
  const { trainingLoss, validationLoss, validationScore, scoreName, bestStep } = curves;
  const marks = bestStep === undefined ? [] : [{ x: bestStep, label: "kept" }];
  const drawn = (points: readonly CurvePoint[]) => ({
    x: points.map(({ step }) => step),
    y: points.map(({ value }) => value),
    points: points.length < 30,
  });
  const losses = [
    { name: "training", ...drawn(trainingLoss) },
    { name: "validation", ...drawn(validationLoss) },
  ].filter(({ x }) => x.length > 0);
  const figures: Figure[] = [];
  if (losses.length > 0) {
    figures.push({
      title: "Loss",
      svg: lineChart({
        series: losses,
        marks,
        x: { label: "Optimiser steps" },
        y: { label: "Loss" },
      }),
      table: {
        columns: [{ label: "Step" }, { label: "Training loss" }, { label: "Validation loss" }],
        rows: joined(trainingLoss, validationLoss),
      },
    });
  }
  if (validationScore.length > 0) {
    const isShare = scoreName === "accuracy";
    figures.push({
      title: `Validation ${scoreName}`,
      svg: lineChart({
        series: [{ name: scoreName, ...drawn(validationScore) }],
        marks,
        x: { label: "Optimiser steps" },
        y: { label: capital(scoreName), ...(isShare && { format: percent }) },
      }),
      table: {
        columns: [{ label: "Step" }, { label: capital(scoreName), align: "right" }],
        rows: validationScore.map(({ step, value }) => [step, scoreText(scoreName, value)]),
      },
    });
  }
  return {
    title: "Learning curves",
    body:
      "Training loss is the mean over the steps since the last point, with dropout and while the weights changed; " +
      "validation is measured on texts that no step has seen. The weights kept are those at the mark.",
    figures,
  };
}

/** Both curves in one table, by step. */
function joined(a: readonly CurvePoint[], b: readonly CurvePoint[]): (number | null)[][] {
  const steps = [...new Set([...a, ...b].map(({ step }) => step))].toSorted((p, q) => p - q);
  const at = (curve: readonly CurvePoint[]) =>
    new Map(curve.map(({ step, value }) => [step, value]));
  const [first, second] = [at(a), at(b)];
  return steps.map((step) => [step, first.get(step) ?? null, second.get(step) ?? null]);
}
