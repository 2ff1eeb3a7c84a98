import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { loadTitanic } from "./load-titanic.ts";
import { temporaryFolder, withoutUserCache } from "./test-support/entry.ts";

withoutUserCache();

vi.mock("./registry.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("./registry.ts")>();
  const file = {
    ...original.registry.titanic.files["titanic.csv"],
    mirrors: ["http://127.0.0.1:9/titanic.csv"],
  };
  return {
    ...original,
    registry: {
      ...original.registry,
      titanic: { ...original.registry.titanic, files: { "titanic.csv": file } },
    },
  };
});

const count = (csv: string, pattern: RegExp) => csv.match(pattern)?.length ?? 0;

test("loadTitanic({source: 'embedded'}) gives Dawson's 2,201 people with his marginal counts", async () => {
  const { csv, kind, description, label } = await loadTitanic({ source: "embedded" });
  const lines = csv.trimEnd().split("\n");
  expect(lines[0]).toBe("Class,Sex,Age,Survived");
  expect(lines).toHaveLength(2202);
  expect([kind, label]).toEqual(["embedded", "Survived"]);
  expect(description).toContain("as asked");
  expect(count(csv, /,1$/gm)).toBe(711);
  expect(count(csv, /,0$/gm)).toBe(1490);
  const classes = ["1st", "2nd", "3rd", "crew"].map((name) =>
    count(csv, new RegExp(`^${name},`, "gm")),
  );
  expect(classes).toEqual([325, 285, 706, 885]);
  expect(count(csv, /,female,/g)).toBe(470);
  expect(count(csv, /,child,/g)).toBe(109);
  expect((await loadTitanic({ source: "embedded" })).csv).toBe(csv);
});

test("loadTitanic({source: 'embedded'}) prints what the README shows", async () => {
  const { description, csv } = await loadTitanic({ source: "embedded" });
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const printed = [description, ...csv.split("\n").slice(0, 3)];
  expect(readme).toContain(printed.join("\n"));
});

test("loadTitanic() without the table and without a network uses the embedded one and says why", async () => {
  const dataDir = await temporaryFolder();
  const offline = await loadTitanic({ dataDir, offline: true });
  expect(offline.kind).toBe("embedded");
  expect(offline.description).toMatch(
    /2,201 people.*cannot be had because it is not on this machine and downloading is switched off\.$/,
  );
  const unreachable = await loadTitanic({ dataDir, offline: false });
  expect(unreachable.kind).toBe("embedded");
  expect(unreachable.description).toMatch(/because no mirror gave it \(127\.0\.0\.1: .+\)\.$/);
});

test("loadTitanic({source: 'passengers'}) throws where the table cannot be had", async () => {
  const dataDir = await temporaryFolder();
  await expect(loadTitanic({ source: "passengers", dataDir, offline: true })).rejects.toMatchObject(
    {
      name: "DatasetUnavailableError",
      reason: "offline",
    },
  );
});

test("loadTitanic() throws for an altered table: it is never replaced behind the reader's back", async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, "titanic"));
  await writeFile(join(dataDir, "titanic", "titanic.csv"), "PassengerId,Survived\n1,0\n");
  await expect(loadTitanic({ dataDir, offline: true })).rejects.toThrow(
    /titanic\.csv is not the file it should be: expected 60,302 bytes/,
  );
});

const table = join(process.env["ML_ROADMAP_DATA"] ?? "", "titanic", "titanic.csv");
test.skipIf(!existsSync(table))(
  "loadTitanic() uses the 891-row table where ML_ROADMAP_DATA has it (skipped where not)",
  async () => {
    const { kind, csv, description } = await loadTitanic({ offline: true });
    expect(kind).toBe("passengers");
    expect(csv.trimEnd().split("\n")).toHaveLength(892);
    expect(csv.slice(0, 30)).toBe("PassengerId,Survived,Pclass,Na");
    expect(description).toContain("891 rows");
  },
);
