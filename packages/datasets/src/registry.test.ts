import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchDataset } from "./fetch-dataset.ts";
import type { FetchedDataset } from "./fetch-entry.ts";
import {
  type DatasetEntry,
  type DatasetFile,
  datasetNames,
  isDatasetName,
  registry,
} from "./registry.ts";

const allFiles: DatasetFile[] = datasetNames.flatMap((name) => {
  const entry: DatasetEntry = registry[name];
  return Object.values(entry.files);
});

test("registry pins every file by size, sha256 and https mirrors at fixed commits or of fixed content", () => {
  for (const { path, bytes, sha256, mirrors } of allFiles) {
    expect(path).toMatch(/^[\w-]+(\/[\w.-]+)+$/);
    expect(bytes).toBeGreaterThan(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const url of mirrors) {
      expect(new URL(url).protocol).toBe("https:");
      if (/github|jsdelivr/.test(url)) expect(url).toMatch(/[/@][0-9a-f]{40}\//);
    }
  }
  expect(new Set(allFiles.map(({ path }) => path)).size).toBe(allFiles.length);
  expect(new Set(allFiles.map(({ sha256 }) => sha256)).size).toBe(allFiles.length);
});

test("isDatasetName(name) knows the registered names and nothing of Object's", () => {
  expect(isDatasetName("mnist")).toBe(true);
  expect(isDatasetName("toString")).toBe(false);
});

const dataFolder = process.env["ML_ROADMAP_DATA"] ?? "";
for (const name of datasetNames) {
  const entry: DatasetEntry = registry[name];
  const here =
    dataFolder !== "" &&
    Object.values(entry.files).every((file) => existsSync(join(dataFolder, file.path)));
  test.skipIf(!here)(
    `fetchDataset("${name}") verifies the files of ML_ROADMAP_DATA (skipped where it has none)`,
    async () => {
      const { files }: FetchedDataset = await fetchDataset(name, { offline: true });
      expect(Object.keys(files)).toEqual(Object.keys(entry.files));
      for (const path of Object.values(files)) expect(path.startsWith(dataFolder)).toBe(true);
    },
  );
}
