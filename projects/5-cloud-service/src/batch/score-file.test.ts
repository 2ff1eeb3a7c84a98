import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { chunkKey } from "./chunk-key.ts";
import { DeadLetter, type Engine } from "./scored.ts";
import { scoreFile } from "./score-file.ts";

/** Says how long a text is; counts the chunks and may fail. */
function lengthEngine(fail: (texts: readonly string[]) => void = () => {}) {
  const computed: number[] = [];
  const engine: Engine = {
    ahead: 3,
    async score(_, texts) {
      // Chunks do not end in the order in which they began.
      await new Promise((resolve) => setTimeout(resolve, (7 * texts[0].length) % 5));
      fail(texts);
      computed.push(texts.length);
      return texts.map((text) => ({ label: text.length > 2 ? "long" : "short", score: 0.5 }));
    },
    close: async () => {},
  };
  return { engine, computed };
}

describe("scoreFile", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let input = "";
  beforeEach(async () => {
    chunkKey({ model: "", precision: "", texts: [] });
    folder = await temporaryFolder();
    input = join(folder.path, "in.jsonl");
    await writeTexts(Array.from({ length: 95 }, (_, i) => "x".repeat(i % 7)));
  });
  afterEach(() => folder?.[Symbol.asyncDispose]());
  const writeTexts = (texts: readonly string[]) =>
    writeFile(input, texts.map((text, i) => `${JSON.stringify({ text, id: i })}\n`).join(""));
  const score = (engine: Engine, output = "out.jsonl", digest = "abc") =>
    scoreFile({
      input,
      output: join(folder.path, output),
      chunkSize: 10,
      model: { digest, precision: "int8" },
      engine,
    });

  test("writes a row for every text in the input's order, as JSON lines or CSV", async () => {
    const result = await score(lengthEngine().engine);
    expect(result).toMatchObject({ texts: 95, chunks: 10, resumed: 0 });
    const rows = (await readFile(join(folder.path, "out.jsonl"), "utf8")).trim().split("\n");
    expect(rows.map((row) => JSON.parse(row).row)).toEqual(
      Array.from({ length: 95 }, (_, i) => i + 1),
    );
    expect(JSON.parse(rows[3])).toEqual({ row: 4, id: 3, label: "long", score: 0.5 });
    await score(lengthEngine().engine, "out.csv");
    const csv = await readFile(join(folder.path, "out.csv"), "utf8");
    expect(csv.split("\n").slice(0, 3)).toEqual([
      "row,id,label,score",
      "1,0,short,0.5",
      "2,1,short,0.5",
    ]);
    expect((await readdir(folder.path)).toSorted()).toEqual(["in.jsonl", "out.csv", "out.jsonl"]);
  });

  test("goes on where a run broke off, and gives the very bytes of one that did not", async () => {
    const whole = await score(lengthEngine().engine, "whole.jsonl");
    let calls = 0;
    const broken = lengthEngine(() => {
      if (++calls > 4) throw new Error("killed");
    });
    await expect(score(broken.engine)).rejects.toThrow("killed");
    expect(existsSync(join(folder.path, "out.jsonl"))).toBe(false);
    const second = lengthEngine();
    const result = await score(second.engine);
    expect(result).toMatchObject({ resumed: 4, sha256: whole.sha256 });
    expect(second.computed).toHaveLength(6);
  });

  test("takes nothing from a run with another model or other texts", async () => {
    let calls = 0;
    const broken = lengthEngine(() => {
      if (++calls > 4) throw new Error("killed");
    });
    await expect(score(broken.engine)).rejects.toThrow("killed");
    expect((await score(lengthEngine().engine, "out.jsonl", "other")).resumed).toBe(0);
  });

  test("takes nothing from a run whose texts had other ids", async () => {
    let calls = 0;
    const broken = lengthEngine(() => {
      if (++calls > 4) throw new Error("killed");
    });
    await expect(score(broken.engine)).rejects.toThrow("killed");
    const lines = (await readFile(input, "utf8")).trim().split("\n");
    const renamed = lines.map((line, i) => JSON.stringify({ ...JSON.parse(line), id: `new ${i}` }));
    await writeFile(input, renamed.join("\n"));
    expect((await score(lengthEngine().engine)).resumed).toBe(0);
    const rows = (await readFile(join(folder.path, "out.jsonl"), "utf8")).trim().split("\n");
    expect(rows.map((row) => JSON.parse(row).id)).toEqual(rows.map((_, i) => `new ${i}`));
  });

  test("lists chunks that cannot be computed, finishes the others, and tries again the next time", async () => {
    const bad = lengthEngine((texts) => {
      if (texts[0] === "xxx") throw new DeadLetter("tried 3 times: no memory");
    });
    await expect(score(bad.engine)).rejects.toThrow(/of 10 chunks could not be computed/);
    const dead = await readFile(join(folder.path, "out.jsonl.dead.jsonl"), "utf8");
    expect(JSON.parse(dead.split("\n")[0])).toMatchObject({ reason: "tried 3 times: no memory" });
    const result = await score(lengthEngine().engine);
    expect(result.resumed + dead.trim().split("\n").length).toBe(10);
    expect(existsSync(join(folder.path, "out.jsonl.dead.jsonl"))).toBe(false);
  });

  test("does not write over its input", async () => {
    const before = await readFile(input, "utf8");
    await expect(score(lengthEngine().engine, "in.jsonl")).rejects.toThrow("replace the input");
    expect(await readFile(input, "utf8")).toBe(before);
  });

  test("of an empty file is an empty output", async () => {
    await writeTexts([]);
    expect(await score(lengthEngine().engine)).toMatchObject({ texts: 0, chunks: 0 });
    expect(await readFile(join(folder.path, "out.jsonl"), "utf8")).toBe("");
  });
});
