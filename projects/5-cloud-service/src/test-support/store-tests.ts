import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RegistryError } from "../registry/registry-error.ts";
import type { Store } from "../registry/store.ts";

const bytes = (text: string) => Buffer.from(text);

/** What every store must do. */
export function storeTests(current: () => { store: Store; scratch: string }): void {
  test("a key that is not there is undefined, and a folder without keys is empty", async () => {
    const { store, scratch } = current();
    expect(await store.get("a/b")).toBeUndefined();
    expect(await store.size("a/b")).toBeUndefined();
    expect(await store.getFile("a/b", join(scratch, "nothing"))).toBeUndefined();
    expect(await store.list("a/")).toEqual([]);
  });

  test("gives back what was put, as bytes and as a file with its sum", async () => {
    const { store, scratch } = current();
    expect(await store.putNew("one/a.json", bytes("first"))).toBe(true);
    expect(String(await store.get("one/a.json"))).toBe("first");
    expect(await store.size("one/a.json")).toBe(5);
    const path = join(scratch, "copy");
    expect(await store.getFile("one/a.json", path)).toMatch(/^a7937b64b8caa58f/);
    expect(await readFile(path, "utf8")).toBe("first");
  });

  test("never changes a key: the second writer is told and nothing happens", async () => {
    const { store, scratch } = current();
    await store.putNew("two/a", bytes("first"));
    expect(await store.putNew("two/a", bytes("second"))).toBe(false);
    const path = join(scratch, "second");
    await writeFile(path, "second");
    expect(await store.putNewFile("two/a", path)).toBe(false);
    expect(String(await store.get("two/a"))).toBe("first");
  });

  test("of many writers at once exactly one wins, with all its bytes", async () => {
    const { store } = current();
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(50_000));
    const won = await Promise.all(texts.map((text) => store.putNew("three/a", bytes(text))));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(String(await store.get("three/a"))).toBe(texts[won.indexOf(true)]);
  });

  test("lists the keys below a folder, sorted, and no drafts", async () => {
    const { store } = current();
    for (const key of ["four/b/1", "four/a", "fourth/x"]) await store.putNew(key, bytes("x"));
    expect(await store.list("four/")).toEqual(["four/a", "four/b/1"]);
  });

  test("refuses keys that leave it", async () => {
    const { store } = current();
    for (const key of ["../a", "a/../../b", "/a", "a//b", "C:/a", "a\\b", ".hidden", ""]) {
      const message = await Promise.resolve()
        .then(() => store.get(key))
        .catch((error: unknown) => error);
      expect(message).toBeInstanceOf(RegistryError);
    }
  });
}
