import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";
import { remoteSession } from "./remote-session.ts";
import type { PythonHome } from "./python-home.ts";
import type { Runner } from "./runner.ts";
import type { Case, Suite } from "./suite.ts";
import { threadVariables } from "./thread-variables.ts";

/** A Node to run ours in, and how. */
interface Home {
  readonly label: string;
  readonly node: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The case with each of ours repeated in every further Node (`nodes` are paths to binaries) and in
 * every variant that the suite names, each in a process of its own: `ours [node 24.1.0, fma]`. Peers
 * that are Python scripts are repeated in every further Python.
 */
export function withVariants(
  suite: Suite,
  suiteUrl: string,
  one: Case,
  nodes: readonly NodeBinary[],
  pythons: readonly PythonHome[] = [],
): Case {
  const ours: Record<string, Runner> = { ...one.ours };
  for (const home of homes(suite, nodes)) {
    for (const name of Object.keys(one.ours)) {
      ours[`${name} [${home.label}]`] = hosted(suiteUrl, one.name, name, home);
    }
  }
  const peers: Record<string, Runner> = { ...one.peers };
  const labels = distinct(pythons.map(({ label }) => label));
  for (const [i, python] of pythons.entries()) {
    for (const [name, runner] of Object.entries(one.peers)) {
      const label = labels[i];
      const other = runner.inPython?.({ ...python, label });
      if (other) peers[`${name} [${label}]`] = other;
    }
  }
  return { ...one, ours, peers };
}

export interface NodeBinary {
  readonly path: string;
  readonly version: string;
}

/** Throws when there is no Node at that path. */
export function nodeBinary(path: string): NodeBinary {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  const version = /^v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (status === 0 && version) return { path, version };
  throw new Error(`--node: found no Node.js at ${path}; give the path of its binary`);
}

function homes(suite: Suite, nodes: readonly NodeBinary[]): Home[] {
  const labels = distinct(nodes.map(({ version }) => `node ${version}`));
  const plain = nodes.map(({ path }, i) => ({
    label: labels[i],
    node: path,
    flags: [],
    env: {},
  }));
  const here: Home = { label: "", node: process.execPath, flags: [], env: {} };
  const varied = Object.entries(suite.variants ?? {}).flatMap(([name, { flags = [], env = {} }]) =>
    [here, ...plain]
      .filter(({ node }) => accepts(node, flags))
      .map((home) => ({
        ...home,
        label: [home.label, name].filter(Boolean).join(", "),
        flags,
        env,
      })),
  );
  return [...plain, ...varied];
}

/** Labels of which no two are the same: the second of a kind is "... #2". */
function distinct(labels: readonly string[]): string[] {
  return labels.map((label, i) => {
    const before = labels.slice(0, i).filter((other) => other === label).length;
    return before === 0 ? label : `${label} #${before + 1}`;
  });
}

const accepted = new Map<string, boolean>();

function accepts(node: string, flags: readonly string[]): boolean {
  if (flags.length === 0) return true;
  const key = JSON.stringify([node, flags]);
  const known = accepted.get(key);
  if (known !== undefined) return known;
  const result = spawnSync(node, [...flags, "-e", "0"], { timeout: 20_000 }).status === 0;
  accepted.set(key, result);
  return result;
}

function hosted(suiteUrl: string, caseName: string, runner: string, home: Home): Runner {
  return {
    start(context) {
      const host = join(packageRoot(import.meta.url), "dist", "src", "host.js");
      const args = [...home.flags, host, suiteUrl, ...(context.quick ? ["--quick"] : [])];
      return remoteSession(
        context,
        `node ${JSON.stringify([home, suiteUrl])}`,
        {
          name: `${runner} [${home.label}]`,
          command: home.node,
          args,
          env: { ...threadVariables(1), ...home.env },
        },
        { case: caseName, runner },
      );
    },
  };
}
