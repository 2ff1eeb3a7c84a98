import { InputError } from "./input-error.ts";

/** Which columns hold what. */
export interface ColumnNames {
  readonly text: string;
  readonly pair: string | undefined;
  readonly label: string;
  readonly tags: readonly string[];
}

export interface ColumnOptions {
  readonly textColumn?: string | undefined;
  readonly pairColumn?: string | undefined;
  readonly labelColumn?: string | undefined;
  readonly tagColumns?: readonly string[] | undefined;
}

const usualTexts = ["text", "sentence", "sentence1", "review", "content", "comment", "message"];
const usualLabels = ["label", "labels", "sentiment", "class", "category", "target", "score"];

/**
 * The columns as the options name them, else the first of the usual names (a second text only where it is
 * named). Throws InputError that lists the file's columns.
 */
export function chooseColumns(columns: readonly string[], options: ColumnOptions): ColumnNames {
  const text = chosen(columns, options.textColumn, usualTexts, "--text-column");
  const label = chosen(columns, options.labelColumn, usualLabels, "--label-column");
  const pair = options.pairColumn && existing(columns, options.pairColumn, "--pair-column");
  const tags = (options.tagColumns ?? []).map((name) => existing(columns, name, "--tag-columns"));
  const used = [text, label, ...(pair === undefined ? [] : [pair])];
  const twice = used.find((name, i) => used.indexOf(name) < i);
  if (twice !== undefined)
    throw new InputError(`column "${twice}" is used twice; text, pair and label must differ`);
  return { text, pair: pair || undefined, label, tags };
}

function chosen(
  columns: readonly string[],
  asked: string | undefined,
  usual: readonly string[],
  option: string,
): string {
  if (asked !== undefined) return existing(columns, asked, option);
  for (const name of usual) {
    const found = columns.find((column) => column.toLowerCase() === name);
    if (found !== undefined) return found;
  }
  throw new InputError(
    `no column is named ${usual.join(", ")}; name one of ${listed(columns)} with ${option}`,
  );
}

function existing(columns: readonly string[], name: string, option: string): string {
  if (columns.includes(name)) return name;
  throw new InputError(
    `${option}: there is no column "${name}"; the columns are ${listed(columns)}`,
  );
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 20).map((name) => `"${name}"`);
  return `${shown.join(", ")}${columns.length > 20 ? ", ..." : ""}`;
}
