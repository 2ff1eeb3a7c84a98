import { spawnSync } from "node:child_process";

/** A Python to run peers in, and how. */
export interface PythonHome {
  readonly path: string;
  /** Such as "python 3.11.2, OPENBLAS_CORETYPE=Haswell"; tells its contestants from others. */
  readonly label: string;
  /** Variables that are set for it; undefined takes one away that this process has. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads `[NAME=value ...] path`, as one would start it in a shell; `NAME=` without a value takes the
 * variable away. Throws when there is no Python at that path.
 */
export function pythonHome(text: string): PythonHome {
  const env: Record<string, string | undefined> = {};
  let path = text.trim();
  for (let match; (match = /^(\w+)=(\S*)\s+/.exec(path)); path = path.slice(match[0].length)) {
    env[match[1]] = match[2] === "" ? undefined : match[2];
  }
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 60_000 });
  const version = /^Python (\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  const settings = Object.entries(env).map(([name, value]) => `, ${name}=${value ?? ""}`);
  if (status === 0 && version) return { path, label: `python ${version}${settings.join("")}`, env };
  throw new Error(
    `--python: found no Python at ${path}; give the path of its binary, ` +
      `after variables it needs: --python "NAME=value path"`,
  );
}
