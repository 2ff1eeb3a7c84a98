import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./file-tree.ts";
import type { PackageFile } from "./manifest-file.ts";
import { packTarball, type FileMap } from "./tar.ts";
import { resolveSpecifier, type Member, type Workspace } from "./workspace.ts";

/** A package of the repository made ready to be installed elsewhere. */
export interface PackedPackage {
  readonly name: string;
  /** The package's own version and a hash of its content, so that a change is a new version. */
  readonly version: string;
  /** The tarball's path in a starter. */
  readonly path: string;
  readonly manifest: PackageFile;
  readonly files: FileMap;
  readonly tarball: Buffer;
  /** As lock files spell it. */
  readonly integrity: string;
}

/** Packs the named packages and every package of the repository that they need, dependencies first. */
export function packPackages(workspace: Workspace, names: Iterable<string>): PackedPackage[] {
  const packed = new Map<string, PackedPackage>();
  const visit = (name: string, trail: readonly string[]) => {
    if (packed.has(name)) return;
    if (trail.includes(name)) throw new Error(`circular: ${[...trail, name].join(" -> ")}`);
    const member = workspace.members.get(name);
    if (!member) throw new Error(`${name} is no package of this repository`);
    for (const needed of Object.keys(member.manifest.dependencies)) {
      if (workspace.members.has(needed)) visit(needed, [...trail, name]);
    }
    packed.set(name, packOne(workspace, member, packed));
  };
  for (const name of names) visit(name, []);
  return [...packed.values()];
}

function packOne(
  workspace: Workspace,
  member: Member,
  packed: ReadonlyMap<string, PackedPackage>,
): PackedPackage {
  const { name } = member.manifest;
  const files = packedFiles(member);
  const draft = packedManifest(workspace, member, packed);
  const hash = createHash("sha256").update(JSON.stringify(draft));
  for (const [path, content] of files) hash.update(`\0${path}\0`).update(content);
  const version = `${draft.version}-h${hash.digest("hex").slice(0, 12)}`;
  const manifest = { ...draft, version };
  files.set("package.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  const tarball = packTarball(files);
  return {
    name,
    version,
    path: `vendor/${name.replace(/^@[^/]+\//, "")}.tgz`,
    manifest,
    files,
    tarball,
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
  };
}

/** What the package's `files` field names, without source maps, which would point at missing sources. */
function packedFiles(member: Member): Map<string, Buffer> {
  const wanted = member.manifest.files.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = member.manifest.files
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => globPattern(pattern.slice(1)));
  const files = new Map<string, Buffer>();
  for (const folder of wanted) {
    if (!existsSync(join(member.folder, folder))) {
      throw new Error(`${member.path}/${folder} is missing; run "npm run build" first`);
    }
    for (const below of listFiles(join(member.folder, folder))) {
      const path = `${folder}/${below}`;
      if (path.endsWith(".map") || unwanted.some((pattern) => pattern.test(path))) continue;
      const content = readFileSync(join(member.folder, path));
      files.set(path, /\.[cm]?[jt]s$/.test(path) ? withoutMapComment(content) : content);
    }
  }
  return files;
}

function withoutMapComment(content: Buffer): Buffer {
  return Buffer.from(content.toString("utf8").replace(/^\/\/# sourceMappingURL=.*\n?/gm, ""));
}

/** A `files` pattern (`*` within a name, `**` across folders) as a regular expression. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\?]/g, "\\$&")
    .replace(/\*\*\/|\*\*|\*/g, (star) =>
      star === "**/" ? "(?:.*/)?" : star === "**" ? ".*" : "[^/]*",
    );
  return new RegExp(`^${source}$`);
}

/** The manifest without what only the repository needs, with exact versions for its own names. */
function packedManifest(
  workspace: Workspace,
  member: Member,
  packed: ReadonlyMap<string, PackedPackage>,
): PackageFile {
  const { scripts: _, private: __, devDependencies: ___, ...manifest } = member.manifest;
  const resolve = (ranges: Record<string, string>, prefix: string) =>
    Object.fromEntries(
      Object.entries(ranges).map(([name, specifier]) => {
        const own = packed.get(name);
        return [name, own ? own.version : prefix + resolveSpecifier(workspace, name, specifier)];
      }),
    );
  return {
    ...manifest,
    exports: withoutSource(manifest.exports),
    dependencies: resolve(manifest.dependencies, ""),
    devDependencies: {},
    peerDependencies: resolve(manifest.peerDependencies, "^"),
  };
}

/** Exports without the `source` conditions: the TypeScript stays in the repository. */
function withoutSource(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return exports;
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([condition]) => condition !== "source")
      .map(([condition, target]) => [condition, withoutSource(target)]),
  );
}
