import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { InputError } from "../input-error.ts";

/** Makes a folder for results before any work is done for them. Throws InputError that says why it cannot be. */
export async function outputFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: nothing can be written there (${why}); choose another --out`);
  }
}
