import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The modules that a file imports or re-exports at its top level. */
function imports(url: URL): string[] {
  const text = readFileSync(url, "utf8");
  const found = text.matchAll(/^(?:import|export)\s(?!type)[^;]*?from\s+"([^"]+)";/gm);
  return Array.from(found, (match) => match[1]);
}

it("index.ts reaches no module of Node.js, so that a browser's bundle can hold it", () => {
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = (url: URL): void => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    for (const name of imports(url)) {
      if (name.startsWith(".")) visit(new URL(name, url));
      else outside.add(`${name} in ${url.pathname.split("/src/")[1]}`);
    }
  };
  visit(new URL("index.ts", import.meta.url));
  expect(seen.size).toBeGreaterThan(40);
  expect([...outside]).toEqual([]);
});
