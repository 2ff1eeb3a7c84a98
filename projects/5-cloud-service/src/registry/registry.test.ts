import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainModelFolder } from "../test-support/plain-model-folder.ts";
import { refusal } from "../test-support/refusal.ts";
import { solvedRegistry } from "../test-support/solved.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { folderStore } from "./folder-store.ts";
import { RegistryError } from "./registry-error.ts";
import { ModelRegistry } from "./registry.ts";

describe("ModelRegistry", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let registry: ModelRegistry;
  beforeEach(async () => {
    solvedRegistry();
    folder = await temporaryFolder();
    registry = new ModelRegistry(folderStore(join(folder.path, "store")));
  });
  afterEach(() => folder?.[Symbol.asyncDispose]());

  const by = "ada";
  const push = async (text: string, version?: string) =>
    registry.push(await plainModelFolder(folder.path, text), {
      name: "sentiment",
      metrics: { accuracy: 0.9 },
      data: { description: "reviews" },
      code: "abc",
      by,
      ...(version !== undefined && { version }),
    });
  const promote = (version: string, expect?: string | null) =>
    registry.promote("sentiment", version, { by, ...(expect !== undefined && { expect }) });
  const serves = async () => (await registry.log.current("sentiment"))?.version;
  const alter = (key: string, text: string) =>
    writeFile(join(folder.path, "store", ...key.split("/")), text);

  test("push numbers the versions and keeps what is told of them", async () => {
    await push("one");
    const { manifest } = await push("two");
    expect(await registry.versions("sentiment")).toEqual(["1", "2"]);
    expect(await registry.names()).toEqual(["sentiment"]);
    expect(manifest).toMatchObject({
      name: "sentiment",
      version: "2",
      createdBy: by,
      metrics: { accuracy: 0.9 },
      code: "abc",
    });
    expect(manifest.files.map(({ path }) => path)).toEqual([
      "config.json",
      "onnx/model.onnx",
      "tokenizer.json",
    ]);
    expect(await registry.version("sentiment", "2")).toMatchObject({ manifest });
  });

  test("push of equal files under an equal version changes nothing, of others is refused", async () => {
    const first = await push("one", "v1");
    expect(await push("one", "v1")).toEqual(first);
    expect(await refusal(push("two", "v1"), RegistryError)).toContain("versions never change");
  });

  test("push refuses a folder that is no model, and names that could leave the store", async () => {
    const told = { name: "sentiment", by };
    expect(await refusal(registry.push(folder.path, told), RegistryError)).toContain(
      "has no config.json, no tokenizer.json, no onnx/model.onnx",
    );
    expect(await refusal(registry.push(join(folder.path, "x"), told), RegistryError)).toContain(
      "cannot be read (ENOENT)",
    );
    for (const name of ["..", "", "A", "a/b", "a\n"]) {
      const refused = refusal(registry.push(folder.path, { name, by }), RegistryError);
      expect(await refused).toContain("expected small letters");
    }
  });

  test("ten pushes at once get ten versions", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => push(`weights ${i}`)));
    const versions = await registry.versions("sentiment");
    expect(versions).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    for (const version of versions) await registry.verify("sentiment", version);
  });

  test("promote makes a version serve, rollback the one before it", async () => {
    for (const text of ["one", "two"]) await push(text);
    expect(await serves()).toBeUndefined();
    await promote("1");
    await promote("2");
    expect(await serves()).toBe("2");
    const record = await registry.rollback("sentiment", { by: "eve", reason: "too slow" });
    expect(record).toMatchObject({ number: 3, kind: "rollback", version: "1", by: "eve" });
    expect(await serves()).toBe("1");
    expect((await registry.log.history("sentiment")).map(({ version }) => version)).toEqual([
      "1",
      "2",
      "1",
    ]);
    expect(await refusal(registry.rollback("sentiment", { by }), RegistryError)).toContain(
      "no earlier version",
    );
  });

  test("promote refuses what is not there", async () => {
    await push("one");
    expect(await refusal(promote("2"), RegistryError)).toContain("has no sentiment 2; versions: 1");
  });

  test("of two who expect the same only one promotes; without expectation both are recorded", async () => {
    for (const text of ["one", "two", "three"]) await push(text);
    const results = await Promise.allSettled(
      ["1", "2", "3"].map((version) => promote(version, null)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await Promise.all(["1", "2", "3", "1", "2"].map((version) => promote(version)));
    const history = await registry.log.history("sentiment");
    expect(history.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("verify and promote find an altered file, a lost one and an altered manifest", async () => {
    const { manifest } = await push("one");
    await promote("1");
    const blob = `blobs/${manifest.files[1].sha256}`;
    await alter(blob, "evil");
    expect(await refusal(registry.verify("sentiment", "1"), RegistryError)).toMatch(
      /onnx\/model.onnx: expected sha256 \w+, found \w+: it was altered/,
    );
    expect(await refusal(promote("1"), RegistryError)).toContain("it was altered");
    await alter(blob, "one");
    await registry.verify("sentiment", "1");
    const key = "models/sentiment/versions/1/manifest.json";
    const text = await readFile(join(folder.path, "store", key), "utf8");
    await alter(key, text.replace("0.9", "0.99"));
    expect(await refusal(registry.verify("sentiment", "1"), RegistryError)).toContain(
      "was altered since it was written",
    );
    await alter(key, text.slice(5));
    expect(await refusal(registry.verify("sentiment", "1"), RegistryError)).toContain("is no JSON");
  });

  test("fetch gives a checked folder, mends a damaged one and leaves no drafts", async () => {
    const { digest } = await push("one");
    const into = join(folder.path, "cache");
    const all = await Promise.all([1, 2, 3].map(() => registry.fetch("sentiment", "1", into)));
    expect(new Set(all.map((one) => one.folder))).toEqual(new Set([join(into, digest)]));
    const model = join(into, digest, "onnx/model.onnx");
    expect(await readFile(model, "utf8")).toBe("one");
    await writeFile(model, "evil");
    await registry.fetch("sentiment", "1", into);
    expect(await readFile(model, "utf8")).toBe("one");
    expect(await readdir(into)).toEqual([digest]);
  });

  test("fetch of an altered file leaves nothing behind", async () => {
    const { manifest } = await push("one");
    await alter(`blobs/${manifest.files[1].sha256}`, "evil");
    const into = join(folder.path, "cache");
    const refused = refusal(registry.fetch("sentiment", "1", into), RegistryError);
    expect(await refused).toContain("it was altered");
    expect(await readdir(into)).toEqual([]);
  });
});
