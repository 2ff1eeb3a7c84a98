import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFolder } from "../test-support/entry.ts";
import { readLines } from "./read-lines.ts";

async function linesOf(name: string, content: string | Uint8Array): Promise<string[]> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  const lines: string[] = [];
  for await (const line of readLines(path)) lines.push(line);
  return lines;
}

test("readLines(path) splits at line feeds only, with or without a last one", async () => {
  expect(await linesOf("a.txt", "one\r\n\ntwo \u2028 three\n")).toEqual([
    "one",
    "",
    "two \u2028 three",
  ]);
  expect(await linesOf("a.txt", "one\ntwo")).toEqual(["one", "two"]);
  expect(await linesOf("a.txt", "")).toEqual([]);
});

test("readLines(path) puts characters and lines together again that blocks cut apart", async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${i} \u20ac\u{1f41f}`);
  const text = lines.join("\n");
  expect(await linesOf("a.txt", text)).toEqual(lines);
  expect(await linesOf("a.txt.gz", gzipSync(text))).toEqual(lines);
});

test("readLines(path) throws for a missing file, a cut one and one that is not gzip", async () => {
  const missing = join(await temporaryFolder(), "none.txt.gz");
  await expect(readLines(missing).next()).rejects.toMatchObject({ code: "ENOENT" });
  await expect(linesOf("a.gz", gzipSync("one\ntwo\n").subarray(0, -9))).rejects.toThrow(
    "unexpected end of file",
  );
  await expect(linesOf("a.gz", "<html>")).rejects.toThrow("incorrect header check");
});

test("readLines(path) may be left early", async () => {
  const path = join(await temporaryFolder(), "a.gz");
  await writeFile(path, gzipSync("one\ntwo\n".repeat(500_000)));
  for await (const line of readLines(path)) {
    expect(line).toBe("one");
    break;
  }
});
