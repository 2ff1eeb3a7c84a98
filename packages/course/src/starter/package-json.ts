import type { Phase } from "../phase/repository.ts";
import { packPackages, type PackedPackage } from "./pack.ts";
import { resolveSpecifier, type Workspace } from "./workspace.ts";

/** What every starter needs to be built and checked, beside what its own files import. */
const tools = ["@ml-roadmap/course", "@types/node", "typescript", "vitest"];

/** A starter's direct dependencies, as its `package.json` spells them, and what it brings along. */
export interface StarterDependencies {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly vendored: readonly PackedPackage[];
}

/**
 * Chooses a starter's dependencies: those of the project that the shipped files import, their
 * types, and the tools. The repository's own packages become tarballs; one that only another needs is made a direct
 * dependency too, because no registry could answer for it.
 *
 * @param imported packages that the shipped files import.
 */
export function starterDependencies(
  workspace: Workspace,
  phase: Phase,
  imported: ReadonlySet<string>,
): StarterDependencies {
  const member = [...workspace.members.values()].find(
    ({ path }) => path === `projects/${phase.name}`,
  );
  if (!member) throw new Error(`projects/${phase.name} has no package.json`);
  const { manifest } = member;
  const types = [...imported].map((name) => `@types/${name.replace(/^@/, "").replace("/", "__")}`);
  const wanted = new Set([...imported, ...types, ...tools]);
  const forUse = Object.keys(manifest.dependencies).filter((name) => wanted.has(name));
  const forWork = [...Object.keys(manifest.devDependencies), ...tools].filter(
    (name) => wanted.has(name) && !forUse.includes(name),
  );
  const isOwn = (name: string) => workspace.members.has(name);
  const use = packPackages(workspace, forUse.filter(isOwn));
  const vendored = packPackages(workspace, [...forUse, ...forWork].filter(isOwn));
  const own = new Map(vendored.map((packed) => [packed.name, packed]));
  const inUse = new Set([...forUse, ...use.map(({ name }) => name)]);
  const inWork = new Set([...forWork, ...own.keys()].filter((name) => !inUse.has(name)));
  const spell = (names: Iterable<string>) =>
    Object.fromEntries(
      [...names].toSorted().map((name) => {
        const packed = own.get(name);
        return [name, packed ? `file:${packed.path}` : exactVersion(workspace, name)];
      }),
    );
  return { dependencies: spell(inUse), devDependencies: spell(inWork), vendored };
}

function exactVersion(workspace: Workspace, name: string): string {
  return resolveSpecifier(workspace, name, "catalog:");
}

/** The starter's `package.json`. */
export function starterPackageJson(
  phase: Phase,
  { dependencies, devDependencies }: StarterDependencies,
  overrides: Readonly<Record<string, string>>,
): { name: string; version: string; engines: Record<string, string> } & Record<string, unknown> {
  return {
    name: phase.slug,
    version: "0.1.0",
    private: true,
    description: phase.title,
    type: "module",
    engines: { node: ">=20.19" },
    scripts: {
      check: "roadmap check",
      watch: "roadmap watch",
      test: "vitest run",
      build: "tsc",
      start: `tsc && node ${runCommand(phase).join(" ")}`,
    },
    dependencies,
    devDependencies,
    ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
  };
}

/** The tour's command as the learner types it: without the option that names the run's folder. */
export function runCommand(phase: Phase): string[] {
  const { command } = phase.tour;
  return command.filter(
    (word, index) => !word.includes("{run}") && !(command[index + 1]?.includes("{run}") ?? false),
  );
}
