import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadTitanic } from "@ml-roadmap/datasets";
import {
  embeddedTitanicMatrix,
  passengerTitanicMatrix,
} from "../../src/testing/titanic-matrices.ts";
import type { DataSet } from "./correlated.ts";

const file = join(process.env["ML_ROADMAP_DATA"] ?? "", "titanic", "titanic.csv");

/** The 891-row table's path, where the data folder has it. */
export const passengerTable = existsSync(file) ? file : undefined;

/** Dawson's table as a matrix. */
export async function embedded(): Promise<DataSet> {
  return embeddedTitanicMatrix((await loadTitanic({ source: "embedded" })).csv);
}

/** The 891-row table as a matrix. */
export function passengers(): DataSet {
  return passengerTitanicMatrix(readFileSync(file, "utf8"));
}
