import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { loadTitanic, type TitanicOptions } from "@ml-roadmap/datasets";
import { inferColumns } from "../data/infer-columns.ts";
import { isPassengerTable, passengerNumbers } from "../data/passengers.ts";
import type { RecipeKind } from "../data/recipe.ts";
import { columnOf, naming, numbersOf, readTable, type Table } from "../data/table.ts";
import { InputError } from "../input-error.ts";
import type { Samples } from "../selection/samples.ts";

export interface DataOptions {
  /** A CSV file of the user's own; else the Titanic data that can be had. */
  readonly data?: string | undefined;
  /** The column to predict; default "Survived". */
  readonly label?: string | undefined;
  /** Columns of the user's file to leave out. */
  readonly drop?: readonly string[] | undefined;
  readonly source?: TitanicOptions["source"];
  readonly offline?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a run learns from, and what is known about it. */
export interface LoadedData extends Samples {
  /** One sentence: which data, and why these. */
  readonly description: string;
  /** Of the CSV text. */
  readonly sha256: string;
  readonly label: string;
  /** The label's texts for the classes 0 and 1. */
  readonly classNames: readonly [string, string];
  readonly of: RecipeKind;
  readonly ignored: readonly { readonly name: string; readonly why: string }[];
}

/** Loads the Titanic data, or the CSV file that `data` names, with two classes to tell apart. */
export async function loadSamples(options: DataOptions): Promise<LoadedData> {
  const { csv, source, description, label } = await readSource(options);
  const sha256 = createHash("sha256").update(csv).digest("hex");
  const table = readTable(csv, source);
  return naming(source, () => {
    const { labels, classNames } = readLabels(table, label);
    const facts = { table, labels, description, sha256, label, classNames };
    if (isPassengerTable(table) && label === "Survived" && options.drop === undefined) {
      checkNumbers(table, passengerNumbers);
      return { ...facts, of: { kind: "passengers" }, ignored: [] };
    }
    const { specs, ignored } = inferColumns(table, label, options.drop);
    checkNumbers(
      table,
      specs.flatMap(({ kind, name }) => (kind === "number" ? [name] : [])),
    );
    return { ...facts, of: { kind: "columns", specs }, ignored };
  });
}

/** Looks through columns of numbers while rows are still those of the file. */
function checkNumbers(table: Table, names: readonly string[]): void {
  for (const name of names) numbersOf(table, name);
}

async function readSource(options: DataOptions) {
  const { data, source = "auto", label = "Survived", offline, signal } = options;
  if (data !== undefined) {
    return { csv: await readText(data), source: data, description: `Using ${data}.`, label };
  }
  const titanic = await loadTitanic({
    source,
    // Left out, ML_ROADMAP_OFFLINE decides.
    ...(offline !== undefined && { offline }),
    ...(signal && { signal }),
  });
  const name = titanic.kind === "passengers" ? "the passenger table" : "the embedded table";
  return { csv: titanic.csv, source: name, description: titanic.description, label };
}

/** A file's text; throws InputError that says what is wrong with the file. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const why: Record<string, string> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder; name a file",
      EACCES: "it may not be read",
    };
    throw new InputError(`${path}: ${why[code] ?? code}`);
  }
}

/** Labels as 0 and 1, in the order of numbers, or else of the alphabet. */
function readLabels(
  table: Table,
  label: string,
): { labels: number[]; classNames: [string, string] } {
  const column = columnOf(table, label);
  const hole = column.indexOf(null);
  if (hole >= 0) {
    throw new InputError(`column "${label}", row ${hole + 1}: the label is missing`);
  }
  const texts = column.map((text) => text ?? "");
  const classes = [...new Set(texts)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  if (classes.length !== 2) {
    const shown = classes.slice(0, 5).map((text) => `"${text}"`);
    const found =
      classes.length === 1
        ? `only ${shown.join("")}`
        : `${classes.length} classes: ${shown.join(", ")}`;
    throw new InputError(`column "${label}": two classes are needed, found ${found}`);
  }
  const labels = texts.map((text) => classes.indexOf(text));
  return { labels, classNames: [classes[0], classes[1]] };
}
