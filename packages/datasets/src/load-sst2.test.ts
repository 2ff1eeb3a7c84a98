import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSst2 } from "./load-sst2.ts";
import { temporaryFolder, withoutUserCache } from "./test-support/entry.ts";
import { labelNames } from "./text/labelled-text.ts";

withoutUserCache();

/** A data folder with one file of SST-2, of that content. */
async function folderWith(name: string, content: string): Promise<string> {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, "sst2-glue"));
  await writeFile(join(dataDir, "sst2-glue", name), content);
  return dataDir;
}

test("loadSst2({offline}) without the files says where it looked and what to do", async () => {
  const dataDir = await temporaryFolder();
  await expect(loadSst2({ dataDir, offline: true })).rejects.toMatchObject({
    name: "DatasetUnavailableError",
    reason: "offline",
    message: expect.stringMatching(
      /^The dataset "sst2-glue" is not on this machine, and downloading is switched off\. Looked in .+ or run online\.$/,
    ),
  });
  await expect(loadSst2({ dataDir, offline: true, form: "sentences" })).rejects.toThrow(
    'The dataset "sst2" is not on this machine',
  );
});

test("loadSst2() refuses an altered file and a web page by name", async () => {
  const altered = await folderWith("train.tsv", "label\tsentence\n1\tgood\n");
  await expect(loadSst2({ dataDir: altered, offline: true })).rejects.toThrow(
    /train\.tsv is not the file it should be: expected 3,738,731 bytes with sha256 dc4a.+ \(cut short\)\. Delete it/,
  );
  const page = await folderWith("train.tsv", "<!doctype html><h1>503</h1>");
  await expect(loadSst2({ dataDir: page, offline: true })).rejects.toMatchObject({
    reason: "altered",
    message: expect.stringContaining("train.tsv is not the file it should be"),
  });
  await expect(loadSst2({ dataDir: page, offline: true })).rejects.toThrow("(a web page");
});

const data = process.env["ML_ROADMAP_DATA"] ?? "";
const counts = (rows: readonly { label: 0 | 1 }[]) =>
  [1, 0].map((label) => rows.filter((row) => row.label === label).length);

test.skipIf(!existsSync(join(data, "sst2-glue", "train.tsv")))(
  "loadSst2() gives GLUE's 67,349 and 872 rows where ML_ROADMAP_DATA has them (skipped where not)",
  async () => {
    const { kind, train, dev, description } = await loadSst2({ offline: true });
    expect(kind).toBe("sst2-glue");
    expect(description).toContain("67,349 phrases");
    expect(counts(train)).toEqual([37_569, 29_780]);
    expect(counts(dev)).toEqual([444, 428]);
    expect(train[0]).toEqual({ text: "hide new secretions from the parental units", label: 0 });
    expect(labelNames[train[0]?.label ?? 1]).toBe("negative");
    expect([...train, ...dev].every(({ text }) => text === text.trim())).toBe(true);
    const seen = new Set(train.map(({ text }) => text));
    expect(dev.filter(({ text }) => seen.has(text))).toEqual([]);
  },
);

test.skipIf(!existsSync(join(data, "sst2", "train.tsv")))(
  "loadSst2({form: 'sentences'}) gives 6,920 and 872 rows where ML_ROADMAP_DATA has them (skipped where not)",
  async () => {
    const { kind, train, dev } = await loadSst2({ offline: true, form: "sentences" });
    expect(kind).toBe("sst2");
    expect(counts(train)).toEqual([3_610, 3_310]);
    expect(counts(dev)).toEqual([444, 428]);
  },
);

test.skipIf(!existsSync(join(data, "sst2-glue", "train.tsv")))(
  "loadSst2() refuses the real file with one label flipped (skipped where ML_ROADMAP_DATA has it not)",
  async () => {
    const dataDir = await temporaryFolder();
    await cp(join(data, "sst2-glue", "dev.tsv"), join(dataDir, "sst2-glue", "dev.tsv"));
    const tsv = await readFile(join(data, "sst2-glue", "train.tsv"), "utf8");
    await writeFile(join(dataDir, "sst2-glue", "train.tsv"), tsv.replace("\n0\t", "\n1\t"));
    await expect(loadSst2({ dataDir, offline: true })).rejects.toThrow(
      /train\.tsv is not the file it should be: .+\(changed\)/,
    );
  },
);
