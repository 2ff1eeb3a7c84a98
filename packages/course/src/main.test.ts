import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testStarter, type TestStarter } from "./test-support/starter.ts";

// The command as it is installed in a starter, in a process of its own.
let starter: TestStarter;
function roadmap(args: readonly string[], env: Record<string, string> = {}) {
  const cli = join(starter.path, "node_modules/@ml-roadmap/course/dist/src/cli.js");
  const { NO_COLOR: _, FORCE_COLOR: __, ...clean } = process.env;
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: starter.path,
    encoding: "utf8",
    env: { ...clean, ...env },
  });
}
beforeAll(() => {
  starter = testStarter();
});
afterAll(() => starter.remove());

describe("roadmap", () => {
  test("exits 0 for help, 1 for a step that does not pass, 2 for a wrong command line", () => {
    expect(roadmap(["--help"])).toMatchObject({ status: 0 });
    expect(roadmap(["check"])).toMatchObject({ status: 1 });
    const wrong = roadmap(["chek"]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("(Did you mean check?)");
    expect(roadmap(["check", "9.9"])).toMatchObject({ status: 2 });
    expect(roadmap(["check", "--all", "--so-far"])).toMatchObject({ status: 2 });
  });

  test("exits 3 outside of a starter, with what to do", () => {
    const outside = roadmap(["-C", "/", "list"]);
    expect(outside.status).toBe(3);
    expect(outside.stderr).toContain("is not in a starter of the roadmap");
    expect(outside.stderr).toContain("next");
  });

  test("exits 3 for a progress file that cannot be read, and leaves it alone", () => {
    const before = starter.read("progress.json");
    writeFileSync(join(starter.path, "progress.json"), "{ not json");
    const broken = roadmap(["list"]);
    expect(broken.status).toBe(3);
    expect(broken.stderr).toContain("progress.json is not valid JSON");
    expect(starter.read("progress.json")).toBe("{ not json");
    starter.write("progress.json", before);
  });

  test("prints one JSON document with --json, errors too", () => {
    expect(JSON.parse(roadmap(["list", "--json"]).stdout)).toMatchObject({ current: "1.1" });
    expect(JSON.parse(roadmap(["--json", "check", "9.9"]).stdout)).toMatchObject({ code: 2 });
  });

  test("colours on request only, and prints plain ASCII with --ascii", () => {
    // oxlint-disable-next-line no-control-regex -- colour codes begin with the escape character
    const colour = /\x1b\[/;
    expect(roadmap(["list"]).stdout).not.toMatch(colour);
    expect(roadmap(["list"], { FORCE_COLOR: "1" }).stdout).toMatch(colour);
    expect(roadmap(["list"], { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toMatch(colour);
    expect(roadmap(["list", "--no-color"], { FORCE_COLOR: "1" }).stdout).not.toMatch(colour);
    expect(roadmap(["list"]).stdout).toMatch(/\P{ASCII}/u);
    expect(roadmap(["list", "--ascii"]).stdout).not.toMatch(/\P{ASCII}/u);
  });

  test("fits into 80 columns", () => {
    for (const args of [
      ["check"],
      ["list"],
      ["hint"],
      ["status"],
      ["--help"],
      ["check", "--help"],
    ]) {
      const long = roadmap(args)
        .stdout.split("\n")
        .filter((line) => line.length > 80);
      expect(long).toEqual([]);
    }
  });
});
