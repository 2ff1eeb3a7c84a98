import { basename } from "node:path";
import { chooseColumns, type ColumnNames, type ColumnOptions } from "./columns.ts";
import type { Example, Task, TextData } from "./example.ts";
import { InputError } from "./input-error.ts";
import { corrected, labelCorrections, type Corrections } from "./label-corrections.ts";
import { makeTarget, makeTask, type RawLabel, type TaskKind } from "./labels.ts";
import type { Problem } from "./problem.ts";
import { readRecords, type RawRecord } from "./records.ts";
import { splitExamples } from "./split-examples.ts";
import { textOf, usableRecords } from "./usable-records.ts";

export interface FileOptions extends ColumnOptions {
  /** Files of their own for choosing and judging; else they are dealt from the first. */
  readonly validationData?: string | undefined;
  readonly testData?: string | undefined;
  readonly task?: TaskKind | undefined;
  /** Shares of the rows for the parts that have no file; default 0.15 each. */
  readonly validation?: number | undefined;
  readonly test?: number | undefined;
  readonly seed?: number | undefined;
  /** Leave lines out that cannot be read, instead of refusing the file. */
  readonly skipMalformed?: boolean | undefined;
  /** Read labels that are probably misspelt as what they probably mean. */
  readonly fixLabels?: boolean | undefined;
}

/** Loads a CSV, TSV or JSON lines file of the user's own, split. Throws InputError that says what is wrong. */
export async function loadFile(
  path: string,
  options: FileOptions,
): Promise<{ data: TextData; problems: readonly Problem[] }> {
  const { validationData, testData, task: asked = "auto", seed = 0 } = options;
  const first = await readPart(path, options);
  const { columns, rows } = first;
  const labels = rows.map((record) => rawLabel(record, columns));
  const guess = naming(path, () => makeTask(labels, asked, columns.label));
  const { corrections, problems } = labelCorrections(guess, labels, options.fixLabels ?? false);
  const meant = labels.map((label) => corrected(label, corrections));
  const task = naming(path, () => makeTask(meant, asked, columns.label));
  const examples = rows.map((record) => toExample(record, columns, task, path, corrections));

  const own = async (file: string | undefined) => {
    if (file === undefined) return undefined;
    const part = await readPart(file, { ...options, ...asOptions(columns) });
    const some = part.rows.map((record) => toExample(record, columns, task, file, corrections));
    return { some, problems: part.problems };
  };
  const validation = await own(validationData);
  const test = await own(testData);
  const shares = {
    validation: validation ? 0 : (options.validation ?? 0.15),
    test: test ? 0 : (options.test ?? 0.15),
    seed,
  };
  const split = naming(path, () => splitExamples(examples, task, shares));
  const dealt = (numbers: readonly number[]) => numbers.map((row) => examples[row]);
  const files = [path, validationData, testData].filter((file) => file !== undefined);
  const how =
    validation && test ? "" : `, dealt at random (seed ${seed}), near duplicates together`;
  const pair = columns.pair === undefined ? "" : ` and "${columns.pair}"`;
  return {
    data: {
      name: basename(path).replace(/\.(?:csv|tsv|tab|jsonl|ndjson)(?:\.gz)?$/i, ""),
      description: `Using ${files.join(", ")}: text in column "${columns.text}"${pair}, label in "${columns.label}"${how}.`,
      task,
      train: dealt(split.train),
      validation: validation?.some ?? dealt(split.validation),
      test: test?.some ?? dealt(split.test),
    },
    problems: [first.problems, problems, validation?.problems ?? [], test?.problems ?? []].flat(),
  };
}

/** The rows of one file that have a text and a label. */
async function readPart(path: string, options: FileOptions) {
  const records = await readRecords(path, options.skipMalformed ? "skip" : "error");
  const columns = naming(path, () => chooseColumns(records.columns, options));
  const { usable, problems } = usableRecords(path, records, columns, options.task ?? "auto");
  return { columns, rows: usable, problems };
}

function asOptions({ text, pair, label, tags }: ColumnNames): ColumnOptions {
  return { textColumn: text, pairColumn: pair, labelColumn: label, tagColumns: tags };
}

/** Opens the message of an InputError with the file's name. */
function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}

function rawLabel({ line, cells }: RawRecord, { label }: ColumnNames): RawLabel {
  return { line, value: cells.get(label) };
}

function toExample(
  record: RawRecord,
  columns: ColumnNames,
  task: Task,
  path: string,
  corrections: Corrections,
): Example {
  const cell = (column: string) => textOf(record.cells.get(column)).trim();
  const tags = Object.fromEntries(columns.tags.map((name) => [name, cell(name) || "(none)"]));
  return {
    text: cell(columns.text),
    ...(columns.pair !== undefined && { pair: cell(columns.pair) }),
    target: makeTarget(corrected(rawLabel(record, columns), corrections), task, path),
    ...(columns.tags.length > 0 && { tags }),
  };
}
