import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileStarter } from "../markers/compile.ts";
import { todoFile, todoSource } from "../markers/todo.ts";
import { readAnswers } from "../phase/answers.ts";
import { loadPhases, type Phase } from "../phase/repository.ts";
import { ciWorkflow } from "./ci-workflow.ts";
import { listFiles } from "./file-tree.ts";
import { importedPackages } from "./imports.ts";
import { lockGraph, type LockGraph } from "./lock/closure.ts";
import { readInstalled, type Installed } from "./lock/installed.ts";
import { npmLock } from "./lock/npm-lock.ts";
import { placePackages, type Placement } from "./lock/placement.ts";
import { readPnpmLock } from "./lock/pnpm-lock.ts";
import { pnpmStarterLock, pnpmStarterWorkspace } from "./lock/pnpm-starter-lock.ts";
import { makeManifest, manifestFile } from "./manifest.ts";
import { makeOverview, overviewFile } from "./overview.ts";
import { starterDependencies, starterPackageJson } from "./package-json.ts";
import { starterPath } from "./paths.ts";
import { starterReadme } from "./readme.ts";
import { packReference, referenceFile } from "./reference.ts";
import { repositoryAddress } from "./address.ts";
import { starterTsconfig } from "./tsconfig.ts";
import { readWorkspace } from "./workspace.ts";

/** A phase's standalone project, before anything is written to disk. */
export interface Starter {
  readonly phase: Phase;
  /** Every file by its path. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** What stands where in its `node_modules`, and where the repository has it. */
  readonly graph: LockGraph;
  readonly placement: Placement;
  readonly installed: Installed;
}

const vitestConfig = `import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 120_000 } });
`;

/**
 * `yes=false`: where nothing is installed yet, npx must not fetch some other package called roadmap.
 * The lock file keeps no registry's address when the learner adds a package.
 */
const npmrc = ["yes=false", "omit-lockfile-registry-resolved=true", "audit=false", "fund=false"];
const ignored = ["node_modules/", "dist/", "runs/", "*.log", ".DS_Store"];
const attributes = ["* text=auto eol=lf", "*.tgz binary", "*.gz binary"];

/** Compiles a phase's starter; needs the repository installed and built, and no network. */
export function buildStarter(root: string, phase: Phase): Starter {
  const files = new Map<string, Buffer>();
  const put = (path: string, text: string) => files.set(path, Buffer.from(text));
  const compiled = compiledFiles(phase);
  for (const [path, content] of compiled) files.set(path, content);
  put(todoFile, todoSource);

  const workspace = readWorkspace(root);
  const imported = new Set(
    [...compiled]
      .filter(([path]) => /\.[cm]?[jt]s$/.test(path))
      .flatMap(([, content]) => [...importedPackages(content.toString("utf8"))]),
  );
  const direct = starterDependencies(workspace, phase, imported);
  for (const packed of direct.vendored) files.set(packed.path, packed.tarball);

  const lock = readPnpmLock(root);
  const installed = readInstalled(root);
  const graph = lockGraph(
    lock,
    {
      dependencies: Object.keys(direct.dependencies),
      devDependencies: Object.keys(direct.devDependencies),
    },
    `projects/${phase.name}`,
    direct.vendored,
    new Map([...workspace.members].map(([name, { path }]) => [name, path])),
  );
  const placement = placePackages(graph);
  const names = new Set([...graph.nodes.values()].map(({ name }) => name));
  const overrides = Object.fromEntries(
    Object.entries(workspace.overrides).filter(([name]) => names.has(name)),
  );
  const manifest = starterPackageJson(phase, direct, overrides);
  const { dependencies, devDependencies } = direct;
  const { name, version, engines } = manifest;
  const tarballs = Object.fromEntries(
    direct.vendored.map((packed) => [packed.name, `file:${packed.path}`]),
  );
  const pnpmOverrides = { ...overrides, ...tarballs };
  put("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  put(
    "package-lock.json",
    npmLock(
      { name, version, dependencies, devDependencies, engines },
      graph,
      placement,
      lock,
      installed,
    ),
  );
  put("pnpm-workspace.yaml", pnpmStarterWorkspace(pnpmOverrides));
  put(
    "pnpm-lock.yaml",
    pnpmStarterLock({ ...dependencies, ...devDependencies }, pnpmOverrides, graph, lock),
  );
  put("tsconfig.json", starterTsconfig(root, phase.folder));
  put("vitest.config.ts", vitestConfig);
  put("README.md", starterReadme(phase));
  put(".npmrc", `${npmrc.join("\n")}\n`);
  put(".gitignore", `${ignored.join("\n")}\n`);
  put(".gitattributes", `${attributes.join("\n")}\n`);
  put(".prettierrc.json", readFileSync(join(root, ".prettierrc.json"), "utf8"));
  put(".github/workflows/check.yml", ciWorkflow);
  put("LICENSE", readFileSync(join(root, "LICENSE"), "utf8"));
  put(overviewFile, makeOverview(loadPhases(root)));
  files.set(referenceFile, packReference(readAnswers(phase.folder, phase.steps), compiled));
  const record = makeManifest(phase.id, repositoryAddress(root), files);
  put(manifestFile, `${JSON.stringify(record, null, 2)}\n`);
  return { phase, files, graph, placement, installed };
}

/** The project's own files as the learner gets them: regions emptied, everything else as it is. */
export function compiledFiles(phase: Phase): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const path of shippedPaths(phase)) {
    const content = readFileSync(join(phase.folder, path));
    const target = starterPath(path);
    const text = content.toString("utf8");
    // Bytes that are no UTF-8 text cannot hold a region.
    const isText = Buffer.from(text).equals(content);
    files.set(target, isText ? Buffer.from(compileStarter(text, target)) : content);
  }
  return files;
}

/** The project files that a starter is made of, from the project's top folder. */
export function shippedPaths(phase: Phase): string[] {
  const folders = ["src", "lesson", "fixtures"].flatMap((folder) => {
    try {
      return listFiles(join(phase.folder, folder)).map((path) => `${folder}/${path}`);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  });
  return [...folders.filter((path) => !path.endsWith(".system.ts")), ...phase.files];
}
