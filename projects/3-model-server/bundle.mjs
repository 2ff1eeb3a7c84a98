// Puts the server into one folder that needs nothing but Node: a few files, the model that comes along,
// and sharp, whose native library cannot be bundled.
//
//   node bundle.mjs FOLDER
import { cpSync, existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const project = dirname(fileURLToPath(import.meta.url));
const into = resolve(process.argv[2] ?? join(project, "dist/bundle"));
rmSync(into, { recursive: true, force: true });

await build({
  root: project,
  configFile: false,
  logLevel: "warn",
  resolve: { conditions: ["source", "node", "import", "module", "default"] },
  ssr: {
    noExternal: true,
    external: ["sharp"],
    resolve: { conditions: ["source", "node", "import", "module", "default"] },
  },
  build: {
    ssr: true,
    target: "node20",
    outDir: into,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        server: "src/cli.ts",
        health: "src/health.ts",
        load: "src/load.ts",
        "image-worker": "src/repository/image-worker.ts",
      },
      output: { entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
    },
  },
});

/** A package's folder as the package in `from` sees it; undefined where it is not installed. */
function packageFolder(name, from) {
  for (const folder of createRequire(join(from, "package.json")).resolve.paths(name) ?? []) {
    if (existsSync(join(folder, name, "package.json"))) return realpathSync(join(folder, name));
  }
  return undefined;
}

/** Copies a package and what it needs on this machine side by side. */
function copyPackage(name, from) {
  const target = join(into, "node_modules", name);
  const source = packageFolder(name, from);
  if (!source || existsSync(target)) return;
  // Some packages bring tests, sources and headers that nothing needs at run time.
  cpSync(source, target, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|src|docs|include)$/.test(path.slice(source.length)),
  });
  const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const wanted = { ...manifest.dependencies, ...manifest.optionalDependencies };
  for (const dependency of Object.keys(wanted)) copyPackage(dependency, source);
}
copyPackage("sharp", project);
cpSync(join(project, "fixtures/model"), join(into, "model"), { recursive: true });
