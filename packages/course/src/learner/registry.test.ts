import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder, type Temporary } from "../test-support/workspace.ts";
import { knownFolders, registryFile, rememberFolder } from "./registry.ts";

let top: Temporary;
const file = () => join(top.path, "config", "starters.json");
const starter = (name: string) => {
  mkdirSync(join(top.path, name, ".roadmap"), { recursive: true });
  writeFileSync(join(top.path, name, ".roadmap/manifest.json"), "{}");
  return join(top.path, name);
};
beforeEach(() => {
  top = temporaryFolder();
});
afterEach(() => top.remove());

describe("rememberFolder(path, repository, file)", () => {
  test("puts the folder first, keeps where it came from, forgets folders that are gone", () => {
    const [a, b] = [starter("a"), starter("b")];
    rememberFolder(a, "/repository", file());
    rememberFolder(b, undefined, file());
    rememberFolder(a, undefined, file());
    expect(knownFolders(file())).toEqual([{ path: a, repository: "/repository" }, { path: b }]);
    rmSync(b, { recursive: true });
    expect(knownFolders(file())).toEqual([{ path: a, repository: "/repository" }]);
  });

  test("makes a list that cannot be read anew", () => {
    mkdirSync(join(top.path, "config"));
    writeFileSync(file(), "not json");
    expect(knownFolders(file())).toEqual([]);
    rememberFolder(starter("a"), undefined, file());
    expect(knownFolders(file())).toHaveLength(1);
  });

  test("goes on where the home cannot be written", () => {
    writeFileSync(join(top.path, "config"), "a file where a folder belongs");
    expect(() => rememberFolder(starter("a"), undefined, file())).not.toThrow();
  });
});

test("registryFile(env) follows XDG_CONFIG_HOME", () => {
  expect(registryFile({ XDG_CONFIG_HOME: "/x" })).toBe(join("/x", "ml-roadmap", "starters.json"));
});
