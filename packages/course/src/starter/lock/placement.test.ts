import { describe, expect, test } from "vitest";
import type { LockGraph, LockNode } from "./closure.ts";
import { placePackages } from "./placement.ts";
import { reachedHere, reachFlags } from "./reach.ts";

/** A graph from `a@1: ["b@1"]`; `?b@1` is an optional dependency. */
function graph(direct: string[], dev: string[], edges: Record<string, string[]>): LockGraph {
  const entry = (id: string): [string, string] => [id.slice(0, id.indexOf("@")), id];
  const nodes = new Map(
    Object.entries(edges).map(([id, needs]): [string, LockNode] => {
      const [name] = entry(id);
      const firm = needs.filter((need) => !need.startsWith("?")).map(entry);
      const optional = needs
        .filter((need) => need.startsWith("?"))
        .map((need) => entry(need.slice(1)));
      return [
        id,
        {
          id,
          name,
          version: id.slice(name.length + 1),
          vendored: undefined,
          dependencies: new Map(firm),
          optionalDependencies: new Map(optional),
        },
      ];
    }),
  );
  return {
    dependencies: new Map(direct.map(entry)),
    devDependencies: new Map(dev.map(entry)),
    nodes,
  };
}

/** Where Node finds `name` from inside `path`. */
function resolve(
  placed: ReadonlyMap<string, string>,
  path: string,
  name: string,
): string | undefined {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf("/node_modules/"))) {
    const found = placed.get(`${at}/node_modules/${name}`);
    if (found) return found;
    if (!at.includes("/node_modules/")) return placed.get(`node_modules/${name}`);
  }
}

describe("placePackages(graph)", () => {
  test("puts one version at the top and others where they are needed", () => {
    const placed = placePackages(
      graph(["a@1", "d@1"], [], {
        "a@1": ["b@1", "d@1"],
        "b@1": ["d@2"],
        "d@1": [],
        "d@2": [],
      }),
    );
    expect([...placed]).toEqual([
      ["node_modules/a", "a@1"],
      ["node_modules/b", "b@1"],
      ["node_modules/b/node_modules/d", "d@2"],
      ["node_modules/d", "d@1"],
    ]);
  });

  test("hides no version from a package that needs it, however deep", () => {
    const edges = {
      "a@1": ["b@2", "d@1"],
      "b@1": [],
      "b@2": ["c@2", "d@2"],
      "c@1": ["d@3"],
      "c@2": ["d@1", "b@1"],
      "d@1": [],
      "d@2": ["c@1"],
      "d@3": [],
    };
    const whole = graph(["a@1", "b@1", "c@1"], [], edges);
    const placed = placePackages(whole);
    for (const [path, id] of placed) {
      for (const [name, wanted] of whole.nodes.get(id)!.dependencies) {
        expect([path, resolve(placed, path, name)]).toEqual([path, wanted]);
      }
    }
  });
});

describe("reachFlags(graph)", () => {
  test("marks what is needed only for development, and what only some systems need", () => {
    const flags = reachFlags(
      graph(["a@1"], ["t@1"], {
        "a@1": ["s@1", "?o@1"],
        "t@1": ["s@1", "u@1", "o@1", "?w@1"],
        "s@1": [],
        "o@1": [],
        "u@1": [],
        "w@1": [],
      }),
    );
    expect(Object.fromEntries(flags)).toEqual({
      "a@1": {},
      "s@1": {},
      "t@1": { dev: true },
      "u@1": { dev: true },
      "o@1": { devOptional: true },
      "w@1": { dev: true, optional: true },
    });
  });
});

describe("reachedHere(graph, isHere)", () => {
  test("leaves out what only an optional package of another system needs", () => {
    const whole = graph(["a@1"], ["t@1"], {
      "a@1": ["s@1", "?w@1"],
      "t@1": ["?o@1"],
      "s@1": [],
      "o@1": ["s@1", "u@1"],
      "w@1": ["h@1"],
      "h@1": [],
      "u@1": [],
    });
    const here = reachedHere(whole, (id) => id !== "w@1");
    expect([...here].toSorted()).toEqual(["a@1", "o@1", "s@1", "t@1", "u@1"]);
  });
});
