import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import type { EpochResult } from "../training/run.ts";

const FILE = "history.json";

/** Saves the epochs' figures beside the checkpoint, so that a resumed run's curves are whole. */
export async function saveHistory(folder: string, epochs: readonly EpochResult[]): Promise<void> {
  await writeFileAtomic(join(folder, FILE), `${JSON.stringify(epochs, null, 2)}\n`);
}

/** The figures of the epochs that the checkpoint has behind it; none where there is no file. */
export async function loadHistory(folder: string, epochsDone: number): Promise<EpochResult[]> {
  let text: string;
  try {
    text = await readFile(join(folder, FILE), "utf8");
  } catch {
    return [];
  }
  // Written by saveHistory.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const epochs = JSON.parse(text) as EpochResult[];
  return epochs.filter(({ epoch }) => epoch <= epochsDone);
}
