import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "../input-error.ts";

/** Looks, before any work is done for it, whether a folder can be made and written to. Throws InputError that says why not. */
export async function checkOutputFolder(path: string): Promise<void> {
  // The folder, or the nearest one above it that is there: making it is for when there is something to write.
  for (let place = resolve(path); ; place = dirname(place)) {
    const found = await stat(place).catch(() => undefined);
    if (found === undefined && place !== dirname(place)) continue;
    const refuse = (why: string) => {
      throw new InputError(`${path}: nothing can be written there (${why}); choose another --out`);
    };
    if (!found?.isDirectory()) return refuse(`${place} is no folder`);
    return access(place, constants.W_OK).catch((error: unknown) =>
      refuse(error instanceof Error ? error.message : String(error)),
    );
  }
}
