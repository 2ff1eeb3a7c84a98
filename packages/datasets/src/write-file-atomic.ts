import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Writes a file so that a reader finds the old content or the new one, never a half: the data go to
 * a temporary file in the same folder (made when missing), are flushed to the disk and renamed into
 * place. On failure the old file stays, the temporary one is removed, and the cause is thrown.
 */
export async function writeFileAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(
    folder,
    `.${basename(path)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`,
  );
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Renames over a file that may exist. Windows refuses for the moment in which another program (a virus scanner, a reader) holds the target open. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = errorCode(error) ?? "";
      if (
        process.platform !== "win32" ||
        attempt === 6 ||
        !["EPERM", "EACCES", "EBUSY"].includes(code)
      )
        throw error;
      await sleep(20 * 2 ** attempt);
    }
  }
}
