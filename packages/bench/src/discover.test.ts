import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoverSuites, findSuite } from "./discover.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "bench-discover-"));
  const files = [
    "packages/ndarray/bench/gemm.ts",
    "packages/ndarray/dist/bench/gemm.js",
    "packages/ndarray/dist/bench/gemm.d.ts",
    "packages/ndarray/dist/bench/support/data.js",
    "packages/ndarray/dist/bench/deleted.js",
    "packages/other/bench/gemm.ts",
    "packages/other/dist/bench/gemm.js",
    "packages/unbuilt/bench/later.ts",
    "projects/1-logistic-regression/bench/logistic.ts",
    "projects/1-logistic-regression/dist/bench/logistic.js",
  ];
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe("discoverSuites", () => {
  it("discoverSuites(root) finds built suites whose source is still there", () => {
    expect(discoverSuites(root).map(({ name, owner }) => `${owner}/${name}`)).toEqual([
      "ndarray/gemm",
      "other/gemm",
      "1-logistic-regression/logistic",
    ]);
  });

  it("discoverSuites(root) of an empty folder finds none", () => {
    expect(discoverSuites(join(root, "packages"))).toEqual([]);
  });
});

describe("findSuite", () => {
  it("findSuite(suites, name) takes a name or owner/name", () => {
    const suites = discoverSuites(root);
    expect(findSuite(suites, "logistic").url).toMatch(/^file:.*dist\/bench\/logistic\.js$/);
    expect(findSuite(suites, "other/gemm").owner).toBe("other");
  });

  it("findSuite(suites, name) lists the choices when there is none or more than one", () => {
    const suites = discoverSuites(root);
    expect(() => findSuite(suites, "gemm")).toThrow("choose one: ndarray/gemm, other/gemm");
    expect(() => findSuite(suites, "nope")).toThrow("there are: gemm, gemm, logistic");
    expect(() => findSuite([], "nope")).toThrow("there is none yet");
  });
});
