import type { Section } from "@ml-roadmap/charts";
import type { RunResults } from "../run/results.ts";
import { shortNumber } from "./format.ts";

/** What one should know before using the model. Source of the form: Mitchell et al. (2019), Model Cards for Model Reporting. */
export function modelCard(results: RunResults): Section {
  const { data, model, split, test, seconds } = results;
  const penalty = {
    none: "none",
    l2: `L2, C = ${shortNumber(model.C)}`,
    l1: `L1, C = ${shortNumber(model.C)}`,
    elasticnet: `elastic net, C = ${shortNumber(model.C)}, L1 share ${model.l1Ratio}`,
  }[model.penalty];
  return {
    title: "Model card",
    body: [
      `Use: to learn how a model is made and judged. It tells how ${data.label} goes with the columns of this one table; it is no basis for a decision about anybody.`,
      `Limits: ${test.rows} test rows leave an accuracy uncertain by several percent. Rows that are unlike the training rows (a category it never saw counts as the reference category, a missing value as the typical one) get a probability all the same, without a warning in it.`,
      `Fairness: the model uses every column it is given, those that describe groups of people too. "Errors by subgroup" shows who pays for its mistakes.`,
    ].join("\n\n"),
    tables: [
      {
        caption: "Facts",
        columns: [{ label: "What" }, { label: "Value" }],
        rows: [
          ["Model", `logistic regression, ${model.features.length} features`],
          ["Penalty", penalty],
          ["Class weights", model.classWeight],
          ["Solver", `${model.solver}, ${model.iterations} iterations`],
          ["Fitted to", `${split.train + split.validation} rows`],
          ["Tested on", `${test.rows} rows, opened once`],
          [
            "Time",
            `${seconds.run.toFixed(2)} s in all, ${(1000 * seconds.fit).toFixed(0)} ms for the final fit`,
          ],
          ["Seed", split.seed],
          ["Data", `${data.rows} rows, sha256 ${data.sha256.slice(0, 16)}...`],
          ["Trained", results.createdAt],
        ],
      },
    ],
  };
}
