import { barChart } from "../bar-chart.ts";
import { calibrationChart } from "../calibration-chart.ts";
import { coefficientChart } from "../coefficient-chart.ts";
import { confusionChart } from "../confusion-chart.ts";
import { percent } from "../axis.ts";
import { histogram } from "../histogram.ts";
import { imageGrid } from "../image-grid.ts";
import { lineChart } from "../line-chart.ts";
import { precisionRecallChart } from "../precision-recall-chart.ts";
import { rocChart } from "../roc-chart.ts";
import { scatterChart } from "../scatter-chart.ts";
import type { Figure, Report } from "../report/report.ts";

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const steps = range(25).map((i) => 10 ** (-4 + i / 3));
const grid = range(50).map((i) => i / 49);
const bell = (shift: number) =>
  range(400).map((i) =>
    Math.min(1, Math.max(0, shift + 0.25 * Math.sin(i * 12.9898) * Math.cos(i * 4.1))),
  );
const ring = (radius: number) =>
  range(784).map((i) =>
    Math.max(0, 255 - 90 * Math.abs(Math.hypot((i % 28) - 14, Math.floor(i / 28) - 14) - radius)),
  );

const features = [
  "Title = Mr",
  "Sex = female",
  "Class = 3rd",
  "Age (per 10 years)",
  "Embarked = Southampton",
  "A feature whose name is far too long to be shown whole",
];
const coefficients = features.map((name, i) => {
  const estimate = 1.6 * Math.sin(2.1 * i);
  return { name, estimate, low: estimate - 0.3 - 0.05 * i, high: estimate + 0.3 + 0.05 * i };
});

/** Every chart there is, as a figure of made-up numbers; `mark` is put into every text. */
export function sampleFigures(mark = ""): Figure[] {
  const t = (text: string) => `${text}${mark}`;
  const table = {
    columns: [{ label: t("Name") }, { label: t("Value"), format: (v: number) => t(v.toFixed(2)) }],
    rows: [
      [t("first"), 0.5],
      [t("second"), null],
    ],
    caption: t("Numbers"),
  };
  const figure = (title: string, svg: string): Figure => ({
    title: t(title),
    svg,
    caption: t("Made-up numbers."),
    table,
  });
  const band = {
    low: steps.map((_, i) => 0.42 + ((i - 14) / 20) ** 2 / 2),
    high: steps.map((_, i) => 0.48 + ((i - 14) / 20) ** 2 / 2),
  };
  return [
    figure(
      "Loss",
      lineChart({
        series: [
          {
            name: t("validation"),
            x: steps,
            y: steps.map((_, i) => 0.45 + ((i - 14) / 20) ** 2 / 2),
            band,
          },
          {
            name: t("training"),
            x: steps,
            y: steps.map((_, i) => 0.68 - 0.3 / (1 + Math.exp(4 - i / 2))),
          },
        ],
        x: { label: t("C (inverse strength)"), scale: "log" },
        y: { label: t("Log loss") },
        marks: [{ x: 0.1, label: t("chosen 0.1") }],
      }),
    ),
    figure(
      "Learning curve",
      lineChart({
        series: [
          {
            name: t("test"),
            x: range(10),
            y: range(10).map((i) => 0.98 - 0.1 / (i + 1)),
            points: true,
          },
        ],
        x: { label: t("Epoch") },
        y: { label: t("Accuracy") },
      }),
    ),
    figure(
      "ROC",
      rocChart({
        curves: [
          {
            name: t("Logistic regression"),
            fpr: grid,
            tpr: grid.map((x) => 1 - (1 - x) ** 5),
            auc: 0.863,
          },
          { name: t("Sex only"), fpr: [0, 0.15, 1], tpr: [0, 0.68, 1], auc: 0.766 },
        ],
      }),
    ),
    figure(
      "Precision and recall",
      precisionRecallChart({
        prevalence: 0.38,
        curves: [
          {
            name: t("Logistic regression"),
            recall: grid,
            precision: grid.map((x) => 1 - 0.6 * x * x),
            averagePrecision: 0.83,
          },
        ],
      }),
    ),
    figure(
      "Calibration",
      calibrationChart({
        scores: bell(0.4),
        curves: [
          {
            name: t("Logistic regression"),
            predicted: [0.05, 0.3, 0.5, 0.9],
            observed: [0.07, 0.33, 0.45, 0.93],
          },
        ],
      }),
    ),
    figure(
      "Coefficients",
      coefficientChart({
        coefficients: coefficients.map((c) => ({ ...c, name: t(c.name) })),
        x: { label: t("Log odds") },
      }),
    ),
    figure(
      "Odds ratios",
      coefficientChart({
        coefficients: coefficients.map(({ name, estimate, low, high }) => ({
          name: t(name),
          estimate: Math.exp(estimate),
          low: Math.exp(low),
          high: Math.exp(high),
        })),
        x: { label: t("Odds ratio"), scale: "log" },
      }),
    ),
    figure(
      "Subgroups",
      barChart({
        bars: [
          { name: t("Women, 1st class"), value: 0.97, low: 0.9, high: 0.99 },
          { name: t("Men, 3rd class"), value: 0.62, low: 0.5, high: 0.72 },
        ],
        x: { label: t("Accuracy"), format: percent, domain: [0, 1] },
        reference: 0.787,
      }),
    ),
    figure(
      "Scores",
      histogram({
        series: [
          { name: t("Died"), values: bell(0.35) },
          { name: t("Survived"), values: bell(0.6) },
        ],
        x: { label: t("Predicted probability"), domain: [0, 1], format: percent },
        share: true,
        marks: [{ x: 0.5, label: t("threshold") }],
      }),
    ),
    figure(
      "Confusion",
      confusionChart({
        matrix: [
          [98, 12],
          [19, 49],
        ],
        labels: [t("Died"), t("Survived")],
      }),
    ),
    figure(
      "Confusion of digits",
      confusionChart({
        matrix: range(10).map((i) => range(10).map((j) => (i === j ? 1000 + i : (i * j) % 7))),
        labels: range(10).map((i) => t(String(i))),
      }),
    ),
    figure(
      "Misread digits",
      imageGrid({
        images: range(9).map((i) => ({
          pixels: ring(4 + (i % 5)),
          caption: t(`${i} as 3`),
          wrong: i % 3 === 0,
        })),
        width: 28,
        height: 28,
        columns: 6,
      }),
    ),
    figure(
      "Speed",
      scatterChart({
        series: [
          {
            name: t("ours"),
            x: [1, 3, 30],
            y: [0.95, 0.97, 0.98],
            names: [t("plain"), t("simd"), t("fma")],
          },
          { name: t("NumPy"), x: [12], y: [0.96] },
        ],
        x: { label: t("Images a millisecond"), scale: "log" },
        y: { label: t("Accuracy") },
      }),
    ),
  ];
}

/** A report with all of it. */
export function sampleReport(mark = ""): Report {
  const wide = {
    columns: range(14).map((i) => ({ label: `Column ${i}${mark}` })),
    rows: [range(14).map((i) => 1234.5678 * i)],
    caption: `A wide table${mark}`,
  };
  return {
    title: `Titanic: who survived?${mark}`,
    subtitle: `Logistic regression, 891 passengers${mark}`,
    sections: [
      {
        title: `Data${mark}`,
        body: `The passenger table${mark}.\n\nSplit with seed 7.`,
        tables: [wide],
      },
      { title: `Model${mark}`, figures: sampleFigures(mark) },
    ],
  };
}
