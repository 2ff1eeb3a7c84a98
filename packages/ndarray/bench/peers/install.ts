import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MissingPeer } from "@ml-roadmap/bench";

/**
 * Imports a heavy peer from the folder that ML_ROADMAP_PEERS names, where it was installed with npm:
 * such packages are no dependencies of this repository. Its caller states the part it uses.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export async function importPeer(name: string): Promise<any> {
  const folder = process.env["ML_ROADMAP_PEERS"];
  const how = `npm install --prefix FOLDER ${name}, and set ML_ROADMAP_PEERS=FOLDER`;
  if (!folder) throw new MissingPeer(`${name} is not installed`, how);
  const require = createRequire(join(folder, "package.json"));
  try {
    const module: { default?: unknown } = await import(pathToFileURL(require.resolve(name)).href);
    return module.default ?? module;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && /NOT_FOUND/.test(String(cause.code)))
      throw new MissingPeer(`${name} is not in ${folder}`, how);
    throw cause;
  }
}

/** The version of a package that `importPeer` finds. */
export function peerVersion(name: string): string {
  const require = createRequire(join(process.env["ML_ROADMAP_PEERS"] ?? ".", "package.json"));
  const manifest: { version: string } = require(`./node_modules/${name}/package.json`);
  return manifest.version;
}
