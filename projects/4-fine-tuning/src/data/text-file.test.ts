import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFile, temporaryFolder } from "./testing/temporary-folder.ts";
import { readTextFile } from "./text-file.ts";

const reading = async (content: string | Uint8Array) =>
  readTextFile(await temporaryFile("a.csv", content));

test("readTextFile(path) reads UTF-8, drops a byte-order mark and unpacks gzip", async () => {
  expect(await reading("\uFEFFnaïve ☃")).toBe("naïve ☃");
  expect(await reading(gzipSync("text,label"))).toBe("text,label");
});

test("readTextFile(path) names the line that is not UTF-8", async () => {
  const bytes = Buffer.concat([Buffer.from("text\ngood\nan "), Buffer.from("entrée", "latin1")]);
  await expect(reading(bytes)).rejects.toThrow(
    /line 3: not UTF-8 near "an entrée".*save the file as UTF-8/,
  );
});

test("readTextFile(path) tells what a file is that is no text", async () => {
  await expect(reading(Buffer.from("\uFEFFtext", "utf16le"))).rejects.toThrow("UTF-16");
  await expect(reading(Buffer.from("PK\u0003\u0004..."))).rejects.toThrow("Excel");
  await expect(reading(Buffer.from([1, 0, 2]))).rejects.toThrow("zero bytes");
  await expect(reading(gzipSync("text,label").subarray(0, 20))).rejects.toThrow(
    "cannot be unpacked",
  );
  await expect(reading("")).rejects.toThrow("the file is empty");
  const folder = await temporaryFolder();
  await expect(readTextFile(folder)).rejects.toThrow("it is a folder");
  await expect(readTextFile(`${folder}/no.csv`)).rejects.toThrow("no such file");
});
