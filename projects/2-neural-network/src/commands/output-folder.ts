import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";

/**
 * Makes a folder for results, before any work is done for them.
 *
 * @throws Error that says why nothing can be written there
 */
export async function outputFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot write to ${path}: ${why}; choose another folder with --out`, {
      cause: error,
    });
  }
}
