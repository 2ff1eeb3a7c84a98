import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadImdb } from "./load-imdb.ts";
import { temporaryFolder, withoutUserCache } from "./test-support/entry.ts";

withoutUserCache();

test("loadImdb() without the files says that no server has them and where to put them, offline too", async () => {
  const dataDir = await temporaryFolder();
  for (const offline of [false, true]) {
    await expect(loadImdb({ dataDir, offline })).rejects.toMatchObject({
      name: "DatasetUnavailableError",
      reason: "no-mirror",
      message: expect.stringMatching(
        /^The dataset "imdb" is not on this machine, and no server offers it in this form \(.*rebuilt.*\)\. Looked in .+\. Put the files there \(imdb\/train\.jsonl\.gz, imdb\/unsup\.jsonl\.gz\), or set ML_ROADMAP_DATA to a folder that has them\.$/,
      ),
    });
  }
  await expect(loadImdb({ dataDir, parts: ["unlabelled"] })).rejects.toThrow(
    "Put the files there (imdb/unsup.jsonl.gz)",
  );
});

test("loadImdb() refuses an altered file by name", async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, "imdb"));
  await writeFile(join(dataDir, "imdb", "train.jsonl.gz"), gzipSync("{}\n"));
  await expect(loadImdb({ dataDir, parts: ["labelled"] })).rejects.toThrow(
    /train\.jsonl\.gz is not the file it should be: expected 13,033,951 bytes .+\(cut short\)\. Put the right file in its place, or delete it\.$/,
  );
});

const folder = join(process.env["ML_ROADMAP_DATA"] ?? "", "imdb");

test.skipIf(!existsSync(join(folder, "train.jsonl.gz")))(
  "loadImdb({parts: ['labelled']}) gives 12,500 reviews of each class where ML_ROADMAP_DATA has them (skipped where not)",
  async () => {
    const imdb = await loadImdb({ parts: ["labelled"], offline: true });
    expect(imdb.description).toContain("IMDB reviews");
    const counts = [0, 0];
    let agree = 0;
    let tags = 0;
    for await (const { text, label, rating } of imdb.labelled()) {
      counts[label] = (counts[label] ?? 0) + 1;
      agree += label === Number(rating > 5) ? 1 : 0;
      tags += text.includes("<br") ? 1 : 0;
    }
    expect(counts).toEqual([12_500, 12_500]);
    expect(agree).toBe(25_000);
    expect(tags).toBe(0);
    await expect(imdb.unlabelled()[Symbol.asyncIterator]().next()).rejects.toThrow(
      'loadImdb: "unlabelled" was not asked for',
    );
  },
);

test.skipIf(!existsSync(join(folder, "unsup.jsonl.gz")))(
  "loadImdb({parts: ['unlabelled']}) gives 50,000 texts where ML_ROADMAP_DATA has them (skipped where not)",
  async () => {
    const { unlabelled } = await loadImdb({ parts: ["unlabelled"], offline: true });
    const ids = new Set<string>();
    let words = 0;
    for await (const { id, text } of unlabelled()) {
      ids.add(id);
      words += text.split(/\s+/).length;
    }
    expect(ids.size).toBe(50_000);
    // 11.7 million with the tags, each of which counts as one or two
    expect(Math.round(words / 1e5)).toBe(116);
  },
);
