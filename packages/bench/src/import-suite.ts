import { isSuite } from "./suite.ts";
import type { Suite } from "./suite.ts";

/** Loads a suite's module; throws when its default export is no suite. */
export async function importSuite(url: string): Promise<Suite> {
  const module: { default?: unknown } = await import(url);
  if (isSuite(module.default)) return module.default;
  throw new Error(`${url}: expected a Suite as default export, found ${typeof module.default}`);
}
