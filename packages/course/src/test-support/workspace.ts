import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { dump, load } from "js-yaml";
import { z } from "zod";
import { findRepository } from "../phase/repository.ts";

/** The real repository, whose tools and installed packages the temporary ones borrow. */
export const repository = findRepository()!;

const fixture = join(repository, "packages/course/fixtures/workspace");

const lockSchema = z.looseObject({ importers: z.record(z.string(), z.unknown()) });

/** A temporary folder, removed with everything in it by `remove`. */
export interface Temporary {
  readonly path: string;
  readonly remove: () => void;
}

export function temporaryFolder(): Temporary {
  const path = mkdtempSync(join(tmpdir(), "roadmap-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * A temporary repository with one tiny phase (four steps: two in TypeScript, a Dockerfile, YAML), this
 * course package, and the real repository's installed packages.
 */
export function temporaryWorkspace(): Temporary {
  const temporary = temporaryFolder();
  const root = temporary.path;
  cpSync(fixture, root, { recursive: true });
  for (const file of ["tsconfig.base.json", ".prettierrc.json", "LICENSE"]) {
    cpSync(join(repository, file), join(root, file));
  }
  const link = (target: string, path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(repository, target), join(root, path), "junction");
  };
  link("node_modules", "node_modules");
  link("packages/course", "packages/course");
  const modules = join(root, "projects/1-tiny/node_modules");
  mkdirSync(join(modules, "@ml-roadmap"), { recursive: true });
  symlinkSync(join(root, "packages/kit"), join(modules, "@ml-roadmap/kit"), "junction");
  link("packages/metrics/node_modules/fast-check", "projects/1-tiny/node_modules/fast-check");
  addCatalog(root);
  addToLock(root);
  return temporary;
}

/** The tiny workspace has the real one's catalog. */
function addCatalog(root: string): void {
  const real = readFileSync(join(repository, "pnpm-workspace.yaml"), "utf8");
  writeFileSync(join(root, "pnpm-workspace.yaml"), real);
}

/** The real lock file, with what the tiny phase and its package would add to it. */
function addToLock(root: string): void {
  const lock = lockSchema.parse(load(readFileSync(join(repository, "pnpm-lock.yaml"), "utf8")));
  const { catalog } = z
    .looseObject({ catalog: z.record(z.string(), z.string()) })
    .parse(load(readFileSync(join(repository, "pnpm-workspace.yaml"), "utf8")));
  const at = (name: string) => ({ specifier: "catalog:", version: catalog[name] });
  lock.importers["packages/kit"] = {};
  lock.importers["projects/1-tiny"] = {
    dependencies: {
      "@ml-roadmap/kit": { specifier: "workspace:*", version: "link:../../packages/kit" },
      commander: at("commander"),
    },
    devDependencies: { "fast-check": at("fast-check") },
  };
  writeFileSync(join(root, "pnpm-lock.yaml"), dump(lock));
}
