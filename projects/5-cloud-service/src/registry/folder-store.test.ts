import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storeTests } from "../test-support/store-tests.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";

describe("store in a folder", () => {
  let store: Store;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    store = await openStore(join(folder.path, "store"));
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  test("says where it is", () => {
    expect(store.place).toBe(join(folder.path, "store"));
  });

  storeTests(() => ({ store, scratch: folder.path }));
});
