import { readFile } from "node:fs/promises";
import { DatasetUnavailableError } from "./error.ts";
import { fetchEntry, type FetchOptions } from "./fetch-entry.ts";
import { hasty, patient } from "./patience.ts";
import { registry } from "./registry.ts";
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
  /** "passengers": the 891-row table or an error; "embedded": Dawson's 2,201 people; "auto" (default): the first where it can be had. */
  readonly source?: "auto" | "passengers" | "embedded";
}

const embeddedIs =
  "Using Dawson's 1995 table of all 2,201 people aboard (class, sex, age group, survival), which comes with the course";

/**
 * The Titanic data as CSV text. "passengers" has the 12 Kaggle columns of 891 passengers, "embedded"
 * has `Class,Sex,Age,Survived` of everyone aboard and needs no network. With "auto" a table that
 * cannot be had gives the embedded one, and the description says why; one that is there but altered
 * throws DatasetUnavailableError, as "passengers" does in every case.
 */
export async function loadTitanic(options: TitanicOptions = {}): Promise<Titanic> {
  const { source = "auto" } = options;
  if (source === "embedded") return embedded(`${embeddedIs}, as asked.`);
  try {
    const patience = source === "auto" ? hasty : patient;
    const { files, description } = await fetchEntry("titanic", registry.titanic, options, patience);
    const csv = await readFile(files["titanic.csv"], "utf8");
    return { kind: "passengers", description, csv, label: "Survived" };
  } catch (error) {
    if (source === "passengers" || !(error instanceof DatasetUnavailableError)) throw error;
    if (error.reason === "altered" || error.reason === "aborted") throw error;
    return embedded(
      `${embeddedIs}: the 891-row passenger table cannot be had because ${error.because}.`,
    );
  }
}

function embedded(description: string): Titanic {
  return { kind: "embedded", description, csv: embeddedTitanicCsv(), label: "Survived" };
}
