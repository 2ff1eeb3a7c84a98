import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packTarball, unpackTarball } from "./tar.ts";

const deep = `${"folder/".repeat(16)}file.js`;
const files = new Map([
  ["package.json", Buffer.from("{}\n")],
  [deep, Buffer.from("x".repeat(513))],
  ["empty.txt", Buffer.alloc(0)],
]);

test("unpackTarball(packTarball(files)) gives the files back, long paths included", () => {
  expect(unpackTarball(packTarball(files))).toEqual(files);
});

test("packTarball(files) does not depend on the order of the files or on the clock", () => {
  const reversed = new Map([...files].toReversed());
  expect(packTarball(reversed).equals(packTarball(files))).toBe(true);
});

test("packTarball(files) is read by tar", () => {
  const folder = mkdtempSync(join(tmpdir(), "roadmap-tar-"));
  try {
    writeFileSync(join(folder, "a.tgz"), packTarball(files));
    execFileSync("tar", ["-xzf", "a.tgz"], { cwd: folder });
    expect(readFileSync(join(folder, "package", deep), "utf8")).toBe("x".repeat(513));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("packTarball(files) refuses a path that no header can hold", () => {
  expect(() => packTarball(new Map([["x".repeat(120), Buffer.alloc(0)]]))).toThrow(
    "too long a path for a tarball",
  );
});
