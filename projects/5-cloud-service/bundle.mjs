// Puts the text service into one folder that needs nothing but Node: a few files, the model that comes along,
// and ONNX Runtime, whose native library cannot be bundled.
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

const conditions = ["source", "node", "import", "module", "default"];
await build({
  root: project,
  configFile: false,
  logLevel: "warn",
  resolve: { conditions },
  ssr: { noExternal: true, external: ["onnxruntime-node"], resolve: { conditions } },
  // Phase 3 reads pictures with sharp, which nothing here uses: its import goes, and it stays out of the image.
  plugins: [
    {
      name: "no-sharp",
      enforce: "pre",
      resolveId: (id) =>
        id === "sharp" ? { id, external: true, moduleSideEffects: false } : undefined,
    },
  ],
  build: {
    ssr: true,
    target: "node20",
    outDir: into,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        cli: "src/cli.ts",
        health: "src/health.ts",
        "text-worker": "src/model/text-worker.ts",
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

/** Libraries of other systems than this one, which are most of the package. */
const foreign = (path) => {
  const [, system, machine] = /[\\/]napi-v\d+[\\/](\w+)(?:[\\/](\w+))?/.exec(path) ?? [];
  return (
    (system !== undefined && system !== process.platform) ||
    (machine !== undefined && machine !== process.arch)
  );
};

/** Copies a package and what it needs at run time side by side. */
function copyPackage(name, from, wanted) {
  const target = join(into, "node_modules", name);
  const source = packageFolder(name, from);
  if (!source || existsSync(target)) return;
  cpSync(source, target, {
    recursive: true,
    filter: (path) => {
      const below = path.slice(source.length);
      return !/[\\/](node_modules|script|docs|lib)$/.test(below) && !foreign(below);
    },
  });
  const { main } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  if (/^(\.\/)?lib\b|^dist\b/.test(main ?? "dist")) {
    const folder = (main ?? "dist").replace(/^\.\//, "").split("/")[0];
    cpSync(join(source, folder), join(target, folder), { recursive: true });
  }
  for (const dependency of wanted) copyPackage(dependency, source, []);
}
copyPackage("onnxruntime-node", project, ["onnxruntime-common"]);
cpSync(join(project, "fixtures/model"), join(into, "model"), { recursive: true });
