import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, as sorted paths with `/`; folders named in `skip` are left out. */
export function listFiles(folder: string, skip: readonly string[] = []): string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!skip.includes(entry.name)) walk(path);
      } else if (entry.isFile()) {
        found.push(path);
      }
    }
  };
  walk("");
  return found.toSorted();
}
