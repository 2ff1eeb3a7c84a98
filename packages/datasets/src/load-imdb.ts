import { fetchEntry, type FetchOptions } from "./fetch-entry.ts";
import { registry } from "./registry.ts";
import { imdbReview, imdbText, type ImdbReview, type ImdbText } from "./text/imdb-line.ts";
import { readLines } from "./text/read-lines.ts";

const parts = {
  labelled: "train.jsonl.gz",
  unlabelled: "unsup.jsonl.gz",
} as const;

export type ImdbPart = keyof typeof parts;

export interface Imdb {
  /** One sentence: which data these are and where they lie. */
  readonly description: string;
  /** The 25,000 labelled training reviews, positive ones first: shuffle before use. Reads the file anew at each call. */
  readonly labelled: () => AsyncIterable<ImdbReview>;
  /** The 50,000 reviews without labels. Reads the file anew at each call. */
  readonly unlabelled: () => AsyncIterable<ImdbText>;
}

export interface ImdbOptions extends FetchOptions {
  /** Which files are wanted; default: both. Only these need be there, and only these are verified. */
  readonly parts?: readonly ImdbPart[];
}

/**
 * The IMDB reviews (Maas et al. 2011) as streams: a review is parsed when it is asked for, so memory
 * holds what the caller keeps. They are served nowhere in this form, so they must lie in the data
 * folder: throws DatasetUnavailableError where they do not. Iterating a part that was not asked for
 * throws RangeError, a bad line DataFormatError.
 */
export async function loadImdb(options: ImdbOptions = {}): Promise<Imdb> {
  const wanted = options.parts ?? ["labelled", "unlabelled"];
  const all = Object.entries(registry.imdb.files);
  const names: readonly string[] = wanted.map((part) => parts[part]);
  const entry = {
    ...registry.imdb,
    files: Object.fromEntries(all.filter(([name]) => names.includes(name))),
  };
  const { files, description } = await fetchEntry("imdb", entry, options);
  return {
    description,
    labelled: () => rows(files[parts.labelled], "labelled", imdbReview),
    unlabelled: () => rows(files[parts.unlabelled], "unlabelled", imdbText),
  };
}

async function* rows<Row>(
  path: string | undefined,
  part: ImdbPart,
  parse: (line: string, file: string, number: number) => Row,
): AsyncGenerator<Row, void, undefined> {
  if (path === undefined) {
    throw new RangeError(`loadImdb: "${part}" was not asked for; add it to the option parts`);
  }
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    yield parse(line, `imdb/${parts[part]}`, number);
  }
}
