/** Imports and exports from a package, type imports and `import()` included. */
const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'./][^"']*)["']/g;

/** The packages that a TypeScript source imports: `@scope/name` or `name`, without subpaths. */
export function importedPackages(source: string): Set<string> {
  const names = new Set<string>();
  for (const [, specifier] of source.matchAll(importPattern)) {
    if (specifier.startsWith("node:")) continue;
    const parts = specifier.split("/");
    names.add(specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]);
  }
  return names;
}
