import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that goes when the test ends. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), "cloud-service-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
