import type { Section } from "@ml-roadmap/charts";
import { durationText } from "./format.ts";
import type { FineTuningResults } from "./results.ts";

/** How to do it again. */
export function settingsSection({
  model,
  settings,
  command,
  createdAt,
  time,
  seeds = [],
}: FineTuningResults): Section {
  const many = seeds.filter(({ values }) => values.length > 1);
  return {
    title: "How it was made",
    body: `Typed: ${command}`,
    tables: [
      {
        caption: "Model and run",
        columns: [{ label: "What" }, { label: "Value" }],
        rows: [
          ["Fine-tuned from", model.base],
          ["Architecture", model.architecture],
          [
            "Parameters",
            `${model.parameters.toLocaleString("en-US")}, of which ${model.trainedParameters.toLocaleString("en-US")} were trained`,
          ],
          ["Method", model.method],
          ["Longest input", `${model.maxLength} tokens`],
          [
            "Time",
            `${durationText(time.trainingSeconds)} of training, ${durationText(time.totalSeconds)} in all`,
          ],
          ["Ended", createdAt],
          ...Object.entries(settings).map(([name, value]) => [name, String(value)]),
        ],
      },
      ...many.map(({ name, values }) => ({
        caption: `Seeds: ${name}`,
        columns: [{ label: "Seed" }, { label: "Score" }],
        rows: values.map(({ seed, value }) => [String(seed), value]),
      })),
    ],
  };
}
