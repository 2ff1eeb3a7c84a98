import { describe, expect, test } from "vitest";
import { manifestDigest } from "./manifest-digest.ts";
import type { Manifest } from "./manifest.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);
const manifest: Manifest = {
  format: 1,
  name: "sentiment",
  version: "3",
  createdAt: "2026-01-02T03:04:05.000Z",
  createdBy: "ada",
  files: [
    { path: "config.json", bytes: 2, sha256: a },
    { path: "onnx/model.onnx", bytes: 7, sha256: b },
  ],
  metrics: { accuracy: 0.5, f1: 0.25 },
  data: { description: "reviews – all", sha256: a },
  code: "abc",
};

describe("5.1 manifestDigest", () => {
  test("is the sha256 of the JSON with sorted keys and no spaces", () => {
    expect(manifestDigest(manifest)).toBe(
      "54c703fb6a062f3764191397a23d13e498800f2a28d780a8b2e8f472d979ae1a",
    );
  });

  test("does not depend on the order in which keys and files were written", () => {
    const shuffled: Manifest = {
      files: manifest.files.map(({ path, bytes, sha256 }) => ({ sha256, path, bytes })).reverse(),
      metrics: { f1: 0.25, accuracy: 0.5 },
      code: "abc",
      data: { sha256: a, description: "reviews – all" },
      createdBy: "ada",
      createdAt: manifest.createdAt,
      version: "3",
      name: "sentiment",
      format: 1,
    };
    expect(manifestDigest(shuffled)).toBe(manifestDigest(manifest));
  });

  test("leaves the manifest as it is", () => {
    const files = [manifest.files[1], manifest.files[0]];
    manifestDigest({ ...manifest, files });
    expect(files.map(({ path }) => path)).toEqual(["onnx/model.onnx", "config.json"]);
  });

  test("orders upper case before lower, as UTF-16 does and no language", () => {
    const files = ["b", "B", "a_", "a"].map((path) => ({ path, bytes: 1, sha256: a }));
    expect(manifestDigest({ ...manifest, files })).toBe(
      "a76479b37be5d8810d8631c160b0289b5f30349492922140f97a86c922672eec",
    );
  });

  test("treats a key without a value as one that is not there", () => {
    const { code: _, ...without } = manifest;
    expect(manifestDigest({ ...manifest, code: undefined })).toBe(manifestDigest(without));
  });

  test.each<[string, Partial<Manifest>]>([
    ["a file's sum", { files: [{ ...manifest.files[0], sha256: b }, manifest.files[1]] }],
    [
      "a file's path",
      { files: [{ ...manifest.files[0], path: "Config.json" }, manifest.files[1]] },
    ],
    ["a file's size", { files: [{ ...manifest.files[0], bytes: 3 }, manifest.files[1]] }],
    ["a file less", { files: [manifest.files[0]] }],
    ["a metric", { metrics: { accuracy: 0.5, f1: 0.26 } }],
    ["the metrics' names", { metrics: { accuracy: 0.25, f1: 0.5 } }],
    ["the data", { data: { description: "reviews – all", sha256: b } }],
    ["the version", { version: "4" }],
    ["who made it", { createdBy: "eve" }],
  ])("changes with %s", (_, change) => {
    expect(manifestDigest({ ...manifest, ...change })).not.toBe(manifestDigest(manifest));
  });
});
