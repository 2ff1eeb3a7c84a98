import { coefficientChart, percent, type Section } from "@ml-roadmap/charts";
import { tInterval } from "../evaluation/student-t.ts";
import { durationText, intervalText, pValueText, scoreText } from "./format.ts";
import type { FineTuningResults, SeedScores } from "./results.ts";

/** What a busy reader needs: the main score beside what it must beat. */
export function summarySection(results: FineTuningResults): Section {
  const { judgement, model, time, seeds = [] } = results;
  const { scores, baseline } = judgement;
  const [main] = scores;
  const rows = [
    { ...main, name: model.name },
    ...(baseline ? [{ ...baseline.scores[0], name: baseline.name }] : []),
    ...seeds.filter(({ values }) => values.length > 1).map((one) => overSeeds(one)),
  ].map((row) => ({ ...row, score: main.name }));
  const figure = {
    title: capital(main.name),
    svg: coefficientChart({
      coefficients: rows.map(({ name, value, low, high }) => ({
        name,
        estimate: value,
        low: low ?? NaN,
        high: high ?? NaN,
      })),
      reference: baseline?.scores[0].value ?? rows[0].value,
      x: { label: capital(main.name), ...(main.name === "accuracy" && { format: percent }) },
    }),
    caption:
      "With 95% intervals: one run's tells how far the test texts are chance, several seeds' how far the training is. The line stands at the baseline.",
    table: {
      columns: [{ label: "Model" }, { label: capital(main.name) }, { label: "95% interval" }],
      rows: rows.map(({ name, value, low, high, score }) => [
        name,
        scoreText(score, value),
        intervalText({
          name: score,
          ...(low !== undefined && { low }),
          ...(high !== undefined && { high }),
        }),
      ]),
    },
  };
  const verdict = baseline ? [pairedText(results)] : [];
  return {
    title: "In short",
    body: [
      `${model.name}, fine-tuned from ${model.base} (${model.method}), has ${main.name} ${scoreText(main.name, main.value)} (95% interval ${intervalText(main)}) on ${judgement.texts.toLocaleString("en-US")} test texts that no choice was made on. Training took ${durationText(time.trainingSeconds)}${time.tokensPerSecond === undefined ? "" : `, ${Math.round(time.tokensPerSecond).toLocaleString("en-US")} tokens a second`}.`,
      ...verdict,
    ].join("\n\n"),
    figures: [figure],
    tables: [scoreTable(results)],
  };
}

function pairedText({ judgement: { baseline, scores } }: FineTuningResults): string {
  if (!baseline) return "";
  const { test, modelOnly, baselineOnly, pValue, difference, low, high } = baseline.paired;
  const isShare =
    scores[0].name === "accuracy" ||
    scores[0].name === "exact match" ||
    scores[0].name === "micro F1";
  const points = (value: number) =>
    isShare ? `${(100 * value).toFixed(1)} points` : value.toFixed(3);
  const verb = isShare ? "is right" : "is nearer";
  const verdict =
    pValue >= 0.05
      ? "so small a difference can well be chance"
      : difference > 0
        ? "the model is better, and that is hardly chance"
        : "the baseline is better, and that is hardly chance";
  return `Beside ${baseline.name}: on ${modelOnly} texts only the model ${verb}, on ${baselineOnly} only the baseline; a difference of ${points(difference)} (95% interval ${points(low)} to ${points(high)}). ${test} gives p ${pValueText(pValue)}: ${verdict}.`;
}

function scoreTable({ judgement: { scores, baseline } }: FineTuningResults) {
  return {
    caption: "Scores on the test texts",
    columns: [
      { label: "Score" },
      { label: "Model", align: "right" as const },
      { label: "95% interval" },
      { label: baseline?.name ?? "Baseline", align: "right" as const },
      { label: "Better is" },
    ],
    rows: scores.map((score) => {
      const other = baseline?.scores.find(({ name }) => name === score.name);
      const beside = other ? scoreText(other.name, other.value) : null;
      return [
        capital(score.name),
        scoreText(score.name, score.value),
        intervalText(score),
        beside,
        score.better,
      ];
    }),
  };
}

/** Mean over seeds with its t interval. */
export function overSeeds({ name, values }: SeedScores): {
  name: string;
  value: number;
  low: number;
  high: number;
} {
  const { mean, low, high } = tInterval(values.map(({ value }) => value));
  return { name: `${name}, ${values.length} seeds`, value: mean, low, high };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
