import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { dataFolders, defaultDataFolder } from "./data-folder.ts";

test("defaultDataFolder() follows the platform's convention for caches", () => {
  const tail = join("ml-roadmap", "data");
  expect(defaultDataFolder({ HOME: "/h" }, "linux")).toBe(join("/h", ".cache", tail));
  expect(defaultDataFolder({ HOME: "/h", XDG_CACHE_HOME: "/x" }, "linux")).toBe(join("/x", tail));
  expect(defaultDataFolder({ HOME: "/h" }, "darwin")).toBe(join("/h", "Library", "Caches", tail));
  expect(defaultDataFolder({ LOCALAPPDATA: "/local" }, "win32")).toBe(join("/local", tail));
  expect(defaultDataFolder({ HOME: "" }, "linux")).toBe(join(homedir(), ".cache", tail));
});

test("dataFolders(dataDir) puts the folder asked for before ML_ROADMAP_DATA, and the default last", () => {
  const standard = defaultDataFolder();
  expect(dataFolders("a", { ...process.env, ML_ROADMAP_DATA: "/b" })).toEqual([
    resolve("a"),
    standard,
  ]);
  expect(dataFolders(undefined, { ...process.env, ML_ROADMAP_DATA: "/b" })).toEqual([
    resolve("/b"),
    standard,
  ]);
  expect(dataFolders(undefined, { ...process.env, ML_ROADMAP_DATA: "" })).toEqual([standard]);
  expect(dataFolders(standard, { ...process.env, ML_ROADMAP_DATA: "/b" })).toEqual([standard]);
});
