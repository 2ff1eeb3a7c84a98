import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModelRegistry } from "../registry/registry.ts";
import { openStore } from "../registry/open-store.ts";
import { RegistryError } from "../registry/registry-error.ts";
import type { Store } from "../registry/store.ts";
import { plainModelFolder } from "../test-support/plain-model-folder.ts";
import { refusal } from "../test-support/refusal.ts";
import { startS3Server } from "../test-support/s3-server.ts";
import { storeTests } from "../test-support/store-tests.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";

describe("store in a bucket", () => {
  let store: Store;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: Awaited<ReturnType<typeof startS3Server>>;
  beforeAll(async () => {
    process.env["AWS_REGION"] ??= "eu-central-1";
    process.env["AWS_ACCESS_KEY_ID"] = "S3RVER";
    process.env["AWS_SECRET_ACCESS_KEY"] = "S3RVER";
    folder = await temporaryFolder();
    server = await startS3Server("models");
    store = await openStore("s3://models/team/", server.endpoint);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  test("says where it is", () => {
    expect(store.place).toBe("s3://models/team");
  });

  storeTests(() => ({ store, scratch: folder.path }));

  test("a registry in it numbers pushes at once, promotes, rolls back and finds altered files", async () => {
    const registry = new ModelRegistry(store);
    const name = "sentiment";
    await Promise.all(
      ["one", "two", "three"].map(async (text) =>
        registry.push(await plainModelFolder(folder.path, text), { name, by: "ada" }),
      ),
    );
    expect(await registry.versions(name)).toEqual(["1", "2", "3"]);
    await Promise.all(["1", "2"].map((version) => registry.promote(name, version, { by: "ada" })));
    expect(await registry.rollback(name, { by: "ada" })).toMatchObject({ number: 3 });
    const { manifest } = await registry.fetch(name, "1", folder.path);
    const { sha256 } = manifest.files.find(({ path }) => path.endsWith(".onnx"))!;
    await writeFile(server.fileOf(`team/blobs/${sha256}`), "evil");
    expect(await refusal(registry.verify(name, "1"), RegistryError)).toContain("it was altered");
  });
});
