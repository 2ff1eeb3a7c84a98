import { Option, type Command } from "commander";
import type { TextDataOptions } from "../data/load-text-data.ts";
import { number } from "./arguments.ts";

/** The flags that say which texts, as commander gives them. */
export interface DataFlags {
  readonly data: string;
  readonly validationData?: string;
  readonly testData?: string;
  readonly textColumn?: string;
  readonly pairColumn?: string;
  readonly labelColumn?: string;
  readonly tagColumns?: string[];
  readonly task?: "classes" | "multi-label" | "regression";
  readonly skipMalformed?: true;
  readonly fixLabels?: true;
  readonly offline?: true;
}

/** Adds the options that say which texts to use. */
export function addDataOptions(command: Command): Command {
  return command
    .option(
      "--data <name or file>",
      "reviews, sst2, sst2-sentences, imdb, or a CSV, TSV or JSON lines file",
      "reviews",
    )
    .option("--validation-data <file>", "texts to choose by (default: a part of --data)")
    .option("--test-data <file>", "texts to judge by (default: a part of --data)")
    .option("--text-column <name>", "column with the texts")
    .option("--pair-column <name>", "column with the second text of each pair")
    .option("--label-column <name>", "column with what is to be predicted")
    .option("--tag-columns <names...>", "columns to score groups by")
    .addOption(
      new Option("--task <kind>", "what the labels are").choices([
        "classes",
        "multi-label",
        "regression",
      ]),
    )
    .option("--skip-malformed", "leave lines out that cannot be read")
    .option("--fix-labels", "read misspelt labels as what they probably mean")
    .option("--offline", "download nothing")
    .addOption(
      new Option("--data-seed <n>", "seed of the split")
        .argParser(number(0, 2 ** 31, true))
        .default(0),
    );
}

export function dataOptions(flags: DataFlags & { readonly dataSeed: number }): TextDataOptions {
  const { data, validationData, testData, textColumn, pairColumn, labelColumn, tagColumns } = flags;
  const { task, skipMalformed, fixLabels, offline, dataSeed: seed } = flags;
  const columns = { textColumn, pairColumn, labelColumn, tagColumns };
  const fetching = offline === undefined ? {} : { offline };
  return {
    data,
    validationData,
    testData,
    ...columns,
    task,
    skipMalformed,
    fixLabels,
    seed,
    ...fetching,
  };
}
