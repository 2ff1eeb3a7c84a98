import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./test-support/entry.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

test("writeFileAtomic(path, data) makes the folders, writes text and bytes, and replaces what was there", async () => {
  const folder = join(await temporaryFolder(), "runs", "1");
  const path = join(folder, "report.html");
  await writeFileAtomic(path, "first, longer than the second");
  await writeFileAtomic(path, "zweite \u00fc");
  expect(await readFile(path, "utf8")).toBe("zweite \u00fc");
  await writeFileAtomic(path, new Uint8Array([1, 2, 3]));
  expect([...(await readFile(path))]).toEqual([1, 2, 3]);
  expect(await readdir(folder)).toEqual(["report.html"]);
});

test("writeFileAtomic never shows a reader anything but one whole content", async () => {
  const path = join(await temporaryFolder(), "file");
  const contents = ["a".repeat(3_000_000), "b".repeat(3_000_000)];
  await writeFileAtomic(path, contents[0] ?? "");
  const seen = new Set<string>();
  const writer = (async () => {
    for (let i = 0; i < 20; i += 1) await writeFileAtomic(path, contents[i % 2] ?? "");
  })();
  const reader = (async () => {
    for (let i = 0; i < 60; i += 1) seen.add(await readFile(path, "utf8"));
  })();
  await Promise.all([writer, reader]);
  expect([...seen].every((text) => contents.includes(text))).toBe(true);
});

test("writeFileAtomic from many writers at once leaves one of their contents and no temporary file", async () => {
  const folder = await temporaryFolder();
  const contents = Array.from({ length: 12 }, (_, i) => String(i).repeat(50_000));
  await Promise.all(contents.map((content) => writeFileAtomic(join(folder, "file"), content)));
  expect(contents).toContain(await readFile(join(folder, "file"), "utf8"));
  expect(await readdir(folder)).toEqual(["file"]);
});

test("writeFileAtomic that fails throws the cause, keeps the old state and removes its temporary file", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "taken"));
  await writeFile(join(folder, "taken", "inside"), "");
  await expect(writeFileAtomic(join(folder, "taken"), "data")).rejects.toMatchObject({
    code: expect.stringMatching(/EISDIR|EPERM|EEXIST|ENOTEMPTY/),
  });
  expect(await readdir(folder)).toEqual(["taken"]);
});
