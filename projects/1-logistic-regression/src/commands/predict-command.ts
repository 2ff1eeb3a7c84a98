import { writeFileAtomic } from "@ml-roadmap/datasets";
import { Command } from "commander";
import { formatCsvLine } from "../data/format-csv.ts";
import { parseCsv } from "../data/parse-csv.ts";
import { unknownTexts } from "../data/recipe.ts";
import { naming, readTable } from "../data/table.ts";
import { decide } from "../run/judge.ts";
import { readText } from "../run/load-samples.ts";
import { loadModel } from "../run/model-folder.ts";
import { probabilityOf } from "../run/train.ts";
import type { Context } from "./context.ts";

interface PredictFlags {
  readonly model: string;
  readonly input: string;
  readonly output?: string;
}

/** `predict`: a CSV in, the same CSV with two more columns out. */
export function predictCommand(context: Context): Command {
  return new Command("predict")
    .description("add a probability and a prediction to every row of a CSV file")
    .requiredOption("--model <folder>", "a run folder that train wrote")
    .requiredOption("--input <csv>", "a CSV file with the columns that the model was trained on")
    .option("--output <csv>", "where to write (default: standard output)")
    .action((flags: PredictFlags) => runPredict(flags, context));
}

async function runPredict({ model: folder, input, output }: PredictFlags, context: Context) {
  const saved = await loadModel(folder);
  const text = await readText(input);
  const table = readTable(text, input);
  const probabilities = naming(input, () => probabilityOf(saved, { table }));
  for (const { column, texts } of unknownTexts(saved.recipe, table)) {
    const shown = texts.slice(0, 5).map((one) => `"${one}"`);
    context.err(
      `Warning: ${column} has ${texts.length} not seen in training, counted as the reference category: ${shown.join(", ")}\n`,
    );
  }
  const predicted = decide(probabilities, saved.threshold);
  const [header, ...rows] = parseCsv(text);
  const lines = [
    formatCsvLine([...header.fields, "probability", "prediction"]),
    ...rows.map(({ fields }, i) =>
      formatCsvLine([...fields, String(probabilities[i]), saved.classNames[predicted[i]]]),
    ),
  ];
  if (output === undefined) {
    context.out(lines.join(""));
  } else {
    await writeFileAtomic(output, lines.join(""));
    context.err(`${rows.length} rows written to ${output}\n`);
  }
}
