import { describe, expect, test } from "vitest";
import { chunkKey, type ChunkContent } from "./chunk-key.ts";

const chunk: ChunkContent = { model: "abc", precision: "int8", texts: ["a good book", "naïve"] };
const other = (change: Partial<ChunkContent>) => chunkKey({ ...chunk, ...change });

describe("5.7 chunkKey", () => {
  test("is the sha256 of the JSON", () => {
    expect(chunkKey(chunk)).toBe(
      "0d8f562a6dbed34eeab3d5556c33cae78b3ade9af64e8afe417182f3390dbc28",
    );
  });

  test("is the same for equal content", () => {
    const { texts, precision, model } = chunk;
    expect(chunkKey({ texts: [...texts], precision, model })).toBe(chunkKey(chunk));
  });

  test.each<[string, Partial<ChunkContent>]>([
    ["the model", { model: "abd" }],
    ["the precision", { precision: "fp32" }],
    ["a text", { texts: ["a good book", "naive"] }],
    ["the texts' order", { texts: ["naïve", "a good book"] }],
    ["a text less", { texts: ["a good book"] }],
    ["a text that comes twice", { texts: ["a good book", "naïve", "naïve"] }],
    ["where texts end", { texts: ["a good", " booknaïve"] }],
    ["a comma between them", { texts: ["a good book,naïve"] }],
    ["spaces", { texts: ["a good book ", "naïve"] }],
    ["an empty text", { texts: ["a good book", "naïve", ""] }],
  ])("is another one when %s changes", (_, change) => {
    expect(other(change)).not.toBe(chunkKey(chunk));
  });

  test("tells where the model's name ends", () => {
    expect(chunkKey({ model: "ab", precision: "cint8", texts: [] })).not.toBe(
      chunkKey({ model: "abc", precision: "int8", texts: [] }),
    );
  });
});
