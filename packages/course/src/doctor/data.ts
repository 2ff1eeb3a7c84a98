import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Finding } from "./finding.ts";

type FetchDataset = (name: string, options: { readonly offline: boolean }) => Promise<unknown>;

/** Whether a phase's datasets lie ready; without them the embedded ones are used. */
export async function checkData(root: string, names: readonly string[]): Promise<Finding[]> {
  const fetchDataset = await findFetch(root);
  if (!fetchDataset) return [];
  return Promise.all(
    names.map(async (dataset): Promise<Finding> => {
      const name = `data: ${dataset}`;
      try {
        await fetchDataset(dataset, { offline: true });
        return { name, state: "ok", found: "here and verified" };
      } catch (error) {
        // Offline is how we asked: the file is simply not there. Anything else is worth its own words.
        if (isOffline(error)) {
          const fix = "fetched when first used; with no network, the embedded data are used";
          return { name, state: "warning", found: "not here yet", fix };
        }
        const found = error instanceof Error ? error.message.split("\n")[0] : String(error);
        return { name, state: "warning", found };
      }
    }),
  );
}

function isOffline(error: unknown): boolean {
  return error instanceof Error && "reason" in error && error.reason === "offline";
}

/** The datasets package as the project has it, or undefined where it does not use one. */
async function findFetch(root: string): Promise<FetchDataset | undefined> {
  let module: unknown;
  try {
    const entry = createRequire(join(root, "package.json")).resolve("@ml-roadmap/datasets");
    module = await import(pathToFileURL(entry).href);
  } catch {
    return undefined;
  }
  if (typeof module !== "object" || module === null || !("fetchDataset" in module))
    return undefined;
  const { fetchDataset } = module;
  if (typeof fetchDataset !== "function") return undefined;
  return async (name, options) => Reflect.apply(fetchDataset, undefined, [name, options]);
}
