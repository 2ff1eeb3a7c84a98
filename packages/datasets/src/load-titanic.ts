import { readFile } from "node:fs/promises";
import { DatasetUnavailableError } from "./error.ts";
import { type FetchOptions, fetchDataset } from "./fetch-dataset.ts";
import { embeddedTitanicCsv } from "./titanic-counts.ts";

export interface Titanic {
  readonly kind: "passengers" | "embedded";
  /** One sentence: which data these are and why. */
  readonly description: string;
  /** CSV text with a header line. */
  readonly csv: string;
  readonly label: "Survived";
}

export interface TitanicOptions extends FetchOptions {
  /** "passengers": the 891-row table or an error; "embedded": Dawson's 2,201 people; "auto" (default): the first if it can be had. */
  readonly source?: "auto" | "passengers" | "embedded";
}

const embeddedIs =
  "the 2,201 people of Dawson's 1995 table (class, sex, age group, survival), which come with the course";

/**
 * The Titanic data as CSV text. `passengers` has the 12 Kaggle columns of 891 passengers, `embedded`
 * has `Class,Sex,Age,Survived` of everyone aboard. With "auto", a table that cannot be had gives the
 * embedded one and the description says why; a table that is there but altered throws
 * DatasetUnavailableError, as "passengers" always does.
 */
export async function loadTitanic(options: TitanicOptions = {}): Promise<Titanic> {
  const { source = "auto" } = options;
  if (source === "embedded") return embedded(`Using ${embeddedIs}, as asked.`);
  try {
    const { files } = await fetchDataset("titanic", options);
    const path = files["titanic.csv"];
    const csv = await readFile(path, "utf8");
    return {
      kind: "passengers",
      description: `Using the 891-row passenger table (12 columns) from ${path}.`,
      csv,
      label: "Survived",
    };
  } catch (error) {
    if (source === "passengers" || !(error instanceof DatasetUnavailableError)) throw error;
    if (error.reason === "altered" || error.reason === "aborted") throw error;
    return embedded(
      `Using ${embeddedIs}, because the 891-row passenger table cannot be had: ${error.message}`,
    );
  }
}

function embedded(description: string): Titanic {
  return { kind: "embedded", description, csv: embeddedTitanicCsv(), label: "Survived" };
}
