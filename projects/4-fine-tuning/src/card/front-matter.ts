import type { Score } from "../evaluation/score.ts";
import type { FineTuningResults } from "../report/results.ts";

/** Names of scores on Hugging Face. */
const metricTypes: Readonly<Record<string, string>> = {
  accuracy: "accuracy",
  F1: "f1",
  "macro F1": "f1",
  "micro F1": "f1",
  MCC: "matthews_correlation",
  "Brier score": "brier_score",
  "Pearson r": "pearsonr",
  "Spearman rho": "spearmanr",
  RMSE: "rmse",
  MAE: "mae",
};

/** The YAML between two lines of dashes at the top of a model card. Strings are written as JSON, which YAML reads alike. */
export function frontMatter({ model, data, judgement }: FineTuningResults): string {
  const known = judgement.scores.filter(({ name }) => metricTypes[name] !== undefined);
  const types = [...new Set(known.map(({ name }) => metricTypes[name]))];
  const text = (value: string) => JSON.stringify(value);
  const hub = /^([\w.-]+\/[\w.-]+)(?:@[\w.-]+)?$/.exec(model.base)?.[1];
  return [
    "---",
    "language: en",
    "library_name: transformers.js",
    "pipeline_tag: text-classification",
    ...(model.licence === undefined ? [] : [`license: ${text(model.licence.toLowerCase())}`]),
    ...(hub === undefined ? [] : [`base_model: ${text(hub)}`]),
    "tags:",
    "  - text-classification",
    "  - onnx",
    `datasets:\n  - ${text(data.name)}`,
    ...(types.length === 0 ? [] : ["metrics:", ...types.map((type) => `  - ${type}`)]),
    "model-index:",
    `  - name: ${text(model.name)}`,
    "    results:",
    "      - task:",
    "          type: text-classification",
    "        dataset:",
    `          name: ${text(data.name)}`,
    `          type: ${text(data.name)}`,
    "          split: test",
    "        metrics:",
    ...judgement.scores.flatMap((score) => metricLines(score)),
    "---",
    "",
  ].join("\n");
}

function metricLines({ name, value }: Score): string[] {
  const type = metricTypes[name] ?? name.toLowerCase().replaceAll(" ", "_");
  return [
    `          - type: ${type}`,
    `            name: ${JSON.stringify(name)}`,
    `            value: ${Number(value.toPrecision(6))}`,
  ];
}
