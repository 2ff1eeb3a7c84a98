import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { PartialFile, thisHost } from "./partial-file.ts";
import { temporaryFolder } from "./test-support/entry.ts";

const origin = { url: "http://a/b", validator: '"1"' };

/** A process number that nobody has. */
const nobody = 2 ** 22 + 12_345;

async function leave(
  target: string,
  owner: number,
  bytes: string,
  writtenMsAgo = 0,
  host = thisHost,
): Promise<string> {
  const folder = `${target}.part-${host}-${owner}-00000000`;
  await mkdir(folder);
  await writeFile(join(folder, "data"), bytes);
  await writeFile(join(folder, "origin.json"), JSON.stringify(origin));
  const time = new Date(Date.now() - writtenMsAgo);
  await utimes(join(folder, "data"), time, time);
  await utimes(folder, time, time);
  return folder;
}

test("PartialFile.open(target) takes over the bytes of a process that is gone, and removes what more there is of that kind", async () => {
  const folder = await temporaryFolder();
  const target = join(folder, "x");
  await leave(target, nobody, "12345");
  await leave(target, nobody + 1, "123");
  await leave(join(folder, "y"), nobody, "other file");
  const partial = await PartialFile.open(target);
  expect(partial.origin).toEqual(origin);
  expect([5, 3]).toContain(await partial.size());
  await partial.finish();
  expect((await readdir(folder)).toSorted()).toEqual([
    "x",
    `y.part-${thisHost}-${nobody}-00000000`,
  ]);
});

test("PartialFile.open(target) leaves alone what a living process or another thread writes", async () => {
  const target = join(await temporaryFolder(), "x");
  const parents = await leave(target, process.ppid, "12345");
  const threads = await leave(target, process.pid, "12345");
  const partial = await PartialFile.open(target);
  expect(await partial.size()).toBe(0);
  await partial.close();
  expect((await readdir(join(target, ".."))).toSorted()).toEqual(
    [basename(parents), basename(threads)].toSorted(),
  );
});

test("PartialFile.open(target) takes over from an earlier process of the same number", async () => {
  const target = join(await temporaryFolder(), "x");
  await leave(target, process.pid, "12345", 1e9);
  const partial = await PartialFile.open(target);
  expect(await partial.size()).toBe(5);
});

test("PartialFile.open(target) leaves alone what another host writes, until nothing has come for long", async () => {
  const target = join(await temporaryFolder(), "x");
  const busy = await leave(target, nobody, "12345", 60_000, "11111111");
  const partial = await PartialFile.open(target);
  expect(await partial.size()).toBe(0);
  await partial.close();
  expect(await readdir(join(target, ".."))).toEqual([basename(busy)]);
  await leave(target, nobody, "123", 1e7, "22222222");
  expect(await (await PartialFile.open(target)).size()).toBe(3);
});

test("PartialFile.open(target) twice at once gives each caller bytes of its own", async () => {
  const target = join(await temporaryFolder(), "x");
  await leave(target, nobody, "12345");
  const [a, b] = await Promise.all([PartialFile.open(target), PartialFile.open(target)]);
  expect(a.data).not.toBe(b.data);
  expect((await a.size()) + (await b.size())).toBe(5);
});

test("close() keeps bytes with an origin for the next open(), and drops bytes that cannot be continued", async () => {
  const target = join(await temporaryFolder(), "x");
  const first = await PartialFile.open(target);
  await first.restart(origin);
  await writeFile(first.data, "123");
  await first.close();
  const second = await PartialFile.open(target);
  expect([await second.size(), second.origin]).toEqual([3, origin]);
  await second.restart();
  await writeFile(second.data, "1234");
  await second.close();
  expect(await readdir(join(target, ".."))).toEqual([]);
});
