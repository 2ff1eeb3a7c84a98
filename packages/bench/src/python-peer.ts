import { delimiter, join } from "node:path";
import { findPython } from "./find-python.ts";
import { packageRoot } from "./package-root.ts";
import { remoteSession } from "./remote-session.ts";
import { MissingPeer } from "./runner.ts";
import type { Runner } from "./runner.ts";
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
  return {
    case: (name, args = {}) => ({
      start(context) {
        const python = findPython(modules);
        if (python === undefined) {
          const wanted = modules.length > 0 ? `a Python with ${modules.join(", ")}` : "Python";
          const how =
            modules.length > 0 ? `pip install ${modules.join(" ")}` : "https://python.org";
          const hint = "or name one by ML_ROADMAP_PYTHON";
          throw new MissingPeer(`found no ${wanted.replace(/^a /, "")}`, `${get ?? how}, ${hint}`);
        }
        const path = [join(packageRoot(import.meta.url), "python"), process.env["PYTHONPATH"]];
        return remoteSession(
          context,
          `python ${JSON.stringify([file, threads, env])}`,
          {
            name: script,
            command: python,
            args: [file],
            env: {
              ...threadVariables(threads),
              ...env,
              PYTHONPATH: path.filter(Boolean).join(delimiter),
              PYTHONDONTWRITEBYTECODE: "1",
            },
          },
          { case: name, args },
        );
      },
    }),
  };
}
