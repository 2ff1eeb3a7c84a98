import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DataError } from "../data/labelled-text.ts";
import { refusal } from "../test-support/refusal.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { csvRows } from "./csv-rows.ts";
import { readTexts } from "./read-texts.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function read(name: string, content: string | Buffer) {
  await using folder = await temporaryFolder();
  const path = join(folder.path, name);
  await writeFile(path, content);
  return await collect(readTexts(path, { textColumn: "text", idColumn: "id" }));
}

describe("readTexts", () => {
  test("reads CSV by its header, with quotes, commas and line ends inside fields", async () => {
    const csv = '\uFEFFid,text\r\n7,"a, ""b""\nc"\r\n8,plain\r\n\r\n9,""';
    expect(await read("a.csv", csv)).toEqual([
      { id: "7", text: 'a, "b"\nc' },
      { id: "8", text: "plain" },
      { id: "9", text: "" },
    ]);
  });

  test("reads JSON lines, compressed or not, with and without ids", async () => {
    const lines = '{"text": "a"}\n\n{"text": "☃", "id": 5, "more": 1}\n';
    const expected = [{ text: "a" }, { text: "☃", id: 5 }];
    expect(await read("a.jsonl", lines)).toEqual(expected);
    expect(await read("a.ndjson.gz", gzipSync(lines))).toEqual(expected);
    expect(await read("a.jsonl", `\uFEFF${lines}`)).toEqual(expected);
  });

  test.each([
    ["a.txt", "x", "expected a name that ends in"],
    ["a.csv", "id,words\n1,a", "no column text; there are id, words"],
    ["a.csv", "id,text\n1,a,b", "row 2: expected 2 fields, found 3"],
    ["a.csv", 'id,text\n1,a\n2,"b\n3,c\n', "a quote is not closed"],
    ["a.jsonl", '{"text": "a"}\n{', "line 2 is no JSON"],
    ["a.jsonl", "5", "line 1 is no object"],
    ["a.jsonl", '{"text": 5}', "line 1: text is no text"],
    ["a.jsonl.gz", "no gzip", "cannot be read (Z_DATA_ERROR)"],
  ])("refuses %s with %j", async (name, content, message) => {
    expect(await refusal(read(name, content), DataError)).toContain(message);
  });

  test("refuses a file that is not there", async () => {
    const path = "/nowhere/a.csv";
    const texts = collect(readTexts(path, { textColumn: "text", idColumn: "id" }));
    expect(await refusal(texts, DataError)).toBe(`${path} cannot be read (ENOENT)`);
  });
});

test("csvRows gives the same rows however the text is cut into pieces", async () => {
  const csv = 'a,"b""c"\r\n"d\n",e\n"",\n';
  const rows = async (size: number) => {
    async function* pieces() {
      for (let at = 0; at < csv.length; at += size) yield csv.slice(at, at + size);
    }
    return collect(csvRows(pieces()));
  };
  const whole = [
    ["a", 'b"c'],
    ["d\n", "e"],
    ["", ""],
  ];
  for (const size of [1, 2, 3, 100]) expect(await rows(size)).toEqual(whole);
});
