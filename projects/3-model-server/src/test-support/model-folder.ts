import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultModelFolder } from "../default-model.ts";

/** A folder for models that goes when the test ends. */
export async function modelRoot() {
  const path = await mkdtemp(join(tmpdir(), "model-server-"));
  return {
    path,
    /** Puts the model that comes along into a folder, its card changed. */
    async add(folder: string, change: Record<string, unknown> = {}) {
      await cp(defaultModelFolder(), join(path, folder), { recursive: true });
      const card = join(path, folder, "model.json");
      const json: object = JSON.parse(await readFile(card, "utf8"));
      await writeFile(card, JSON.stringify({ ...json, ...change }));
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
