import { delimiter, join } from "node:path";
import { findPython, hasModules } from "./find-python.ts";
import { packageRoot } from "./package-root.ts";
import type { PythonHome } from "./python-home.ts";
import { remoteSession } from "./remote-session.ts";
import { MissingPeer } from "./runner.ts";
import type { RunContext, Runner } from "./runner.ts";
import { threadVariables } from "./thread-variables.ts";

export interface PythonPeerOptions {
  /** Modules that the script imports; the first Python that has them all is used. */
  readonly modules?: readonly string[];
  /** How to get them; default `pip install <modules>`. */
  readonly get?: string;
  /** Default 1. */
  readonly threads?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface PythonPeer {
  /** The contestant that calls the script's function `name` with `args`. */
  case(name: string, args?: Readonly<Record<string, unknown>>): Runner;
}

/**
 * A Python script that does the same work, such as `pythonPeer(import.meta.url, "bench/gemm.py",
 * { modules: ["numpy"] })`; the path starts at the suite's package. The script hands its functions to
 * `serve` of this package's `python/peer.py`, which speaks the protocol. One process serves all cases.
 */
export function pythonPeer(
  from: string,
  script: string,
  { modules = [], get, threads = 1, env = {} }: PythonPeerOptions = {},
): PythonPeer {
  const file = join(packageRoot(from), script);
  const wanted = modules.length > 0 ? `Python with ${modules.join(", ")}` : "Python";
  const how =
    get ?? (modules.length > 0 ? `pip install ${modules.join(" ")}` : "https://python.org");
  const library = join(packageRoot(import.meta.url), "python");

  const runner = (name: string, args: Readonly<Record<string, unknown>>, home?: PythonHome) => ({
    start(context: RunContext) {
      if (home && !hasModules(home.path, modules)) {
        throw new MissingPeer(`${home.path} is no ${wanted}`, how);
      }
      const python = home?.path ?? findPython(modules);
      if (python === undefined) {
        throw new MissingPeer(`found no ${wanted}`, `${how}, or name one by ML_ROADMAP_PYTHON`);
      }
      const path = [library, process.env["PYTHONPATH"]].filter(Boolean).join(delimiter);
      return remoteSession(
        context,
        `python ${JSON.stringify([file, threads, env, home])}`,
        {
          name: script,
          command: python,
          args: [file],
          env: {
            ...threadVariables(threads),
            ...env,
            ...home?.env,
            PYTHONPATH: path,
            PYTHONDONTWRITEBYTECODE: "1",
          },
        },
        { case: name, args },
      );
    },
    inPython: (other: PythonHome): Runner => runner(name, args, other),
  });
  return { case: (name, args = {}) => runner(name, args) };
}
