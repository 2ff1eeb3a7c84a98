import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { loadNpy, loadNpz, saveNpy, saveNpz } from "../node.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "npy-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const a = arange(6).reshape(2, 3).astype("float32");
const b = arange(4).astype("int32");

describe("saveNpy(path, a) and loadNpy(path)", () => {
  it("round-trip and leave no other file", async () => {
    const path = join(folder, "a.npy");
    await saveNpy(path, a);
    await saveNpy(path, a);
    expect((await loadNpy(path)).toArray()).toEqual(a.toArray());
    expect(await readdir(folder)).toEqual(["a.npy"]);
  });

  it("a write that fails leaves nothing", async () => {
    const missing = join(folder, "missing", "a.npy");
    await expect(saveNpy(missing, a)).rejects.toThrow("ENOENT");
    expect(await readdir(folder)).toEqual(["a.npy"]);
  });
});

describe("saveNpz(path, arrays) and loadNpz(path)", () => {
  it.each([false, true])("round-trip, compressed %s", async (compressed) => {
    const path = join(folder, `${compressed}.npz`);
    await saveNpz(path, { a, b }, { compressed });
    const found = await loadNpz(path);
    expect([found["a"].toArray(), found["b"].toArray()]).toEqual([a.toArray(), b.toArray()]);
  });

  it("an entry that inflates past its claim is stopped there", async () => {
    const path = join(folder, "bomb.npz");
    await saveNpz(path, { x: arange(100_000).astype("bool") }, { compressed: true });
    const bytes = await readFile(path);
    const at = bytes.indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
    bytes.writeUInt32LE(500, at + 24);
    await writeFile(path, bytes);
    await expect(loadNpz(path)).rejects.toThrow("cannot be inflated");
  });
});

const candidates = [process.env["ML_ROADMAP_PYTHON"], "python3"].filter(
  (name) => name !== undefined,
);
const python = candidates.find(
  (name) => spawnSync(name, ["-c", "import numpy"], { stdio: "ignore" }).status === 0,
);

describe.skipIf(python === undefined)("NumPy reads what is written (skipped without it)", () => {
  it("np.load gives the same arrays", async () => {
    await saveNpy(join(folder, "view.npy"), a.T.at("::-1"));
    await saveNpz(join(folder, "both.npz"), { a, b, größe: [true, false] }, { compressed: true });
    const script = `
import json, sys, numpy as np
view, both = np.load("view.npy"), np.load("both.npz")
print(json.dumps([
    [str(view.dtype), view.tolist()],
    [[name, str(both[name].dtype), both[name].tolist()] for name in both.files],
], ensure_ascii=True))`;
    const { stdout, stderr } = spawnSync(python ?? "", ["-c", script], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([
      ["float32", a.T.at("::-1").toArray()],
      [
        ["a", "float32", a.toArray()],
        ["b", "int32", b.toArray()],
        ["größe", "bool", [true, false]],
      ],
    ]);
  });
});
