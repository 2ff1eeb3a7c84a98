import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "./hub-error.ts";

/**
 * Does some work while no other process of ours does work under the same lock file. A lock whose process is gone is
 * taken over; one that is held is waited for. Throws HubError after `patienceMs`.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  patienceMs = 600_000,
): Promise<T> {
  const until = Date.now() + patienceMs;
  while (!(await take(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else if (Date.now() > until) {
      throw new HubError(
        `${path}: another process has been downloading this file for long; stop it, or delete the lock`,
      );
    } else await sleep(200);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const owner = Number(await readFile(path, "utf8").catch(() => ""));
  // Just made, and not yet written: its owner lives.
  if (owner === 0) return false;
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}
