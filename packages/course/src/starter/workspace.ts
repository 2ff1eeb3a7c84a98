import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { readJson } from "../phase/json.ts";
import { packageSchema, type PackageFile } from "./manifest-file.ts";

/** A package or project of the repository. */
export interface Member {
  /** Its folder from the repository's top, with `/`: `packages/ndarray`. */
  readonly path: string;
  readonly folder: string;
  readonly manifest: PackageFile;
}

/** The repository as a set of packages with one catalog of versions. */
export interface Workspace {
  readonly root: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly catalog: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

const workspaceSchema = z.looseObject({
  catalog: z.record(z.string(), z.string()).default({}),
  overrides: z.record(z.string(), z.string()).default({}),
});

/** Reads `pnpm-workspace.yaml` and every `package.json` below `packages` and `projects`. */
export function readWorkspace(root: string): Workspace {
  const file = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const { catalog, overrides } = workspaceSchema.parse(load(file));
  const members = new Map<string, Member>();
  for (const group of ["packages", "projects"]) {
    for (const name of readdirSync(join(root, group)).toSorted()) {
      const folder = join(root, group, name);
      if (!existsSync(join(folder, "package.json"))) continue;
      const manifest = readJson(join(folder, "package.json"), packageSchema);
      members.set(manifest.name, { path: `${group}/${name}`, folder, manifest });
    }
  }
  return { root, members, catalog, overrides };
}

/** The exact version that a specifier of a member's `package.json` stands for. */
export function resolveSpecifier(workspace: Workspace, name: string, specifier: string): string {
  if (specifier === "catalog:") {
    const version = workspace.catalog[name];
    if (!version) throw new Error(`pnpm-workspace.yaml: the catalog has no "${name}"`);
    return version;
  }
  return specifier;
}
