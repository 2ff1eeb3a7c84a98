import { Option, type Command } from "commander";
import { precisions, type Precision } from "../model/precision.ts";

interface ReferenceCommand {
  data: string;
  precision: Precision;
}

export function addDriftCommands(program: Command): void {
  const drift = program.command("drift").description("what texts and predictions should look like");
  const precision = () =>
    new Option("--precision <precision>", "of the model").choices(precisions).default("int8");

  drift
    .command("reference <folder>")
    .description(
      "run a model over the texts it should see and put drift.json into its folder; then push it",
    )
    .requiredOption("--data <file>", "JSON lines with text and label, such as the validation set")
    .addOption(precision())
    .action(async (folder: string, { data, precision }: ReferenceCommand) => {
      const { readModelFolder } = await import("../model/read-model-folder.ts");
      const { readLabelledTexts } = await import("../data/labelled-text.ts");
      const { writeReference } = await import("../drift/write-reference.ts");
      const { labels } = await readModelFolder(folder);
      const examples = await readLabelledTexts(data, labels);
      const { texts, unknownRate } = await writeReference(folder, examples, precision);
      console.log(`drift.json: ${texts} texts, ${(100 * unknownRate).toFixed(2)}% unknown tokens`);
    });

  drift
    .command("report <folder>")
    .description("compare a file's texts with a model's drift.json; exit code 1 when they drift")
    .requiredOption("--data <file>", "JSON lines with text and label")
    .addOption(precision())
    .action(async (folder: string, { data, precision }: ReferenceCommand) => {
      const { driftReport } = await import("../drift/drift-report.ts");
      const { drift, drifts } = await driftReport(folder, data, precision);
      console.log(JSON.stringify(drift, null, 2));
      process.exitCode = drifts ? 1 : 0;
    });
}
