import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { listFiles } from "../starter/file-tree.ts";
import { testContext, type TestContext } from "../test-support/context.ts";
import { testStarter, type TestStarter } from "../test-support/starter.ts";
import { start } from "./start.ts";
import { update } from "./update.ts";

let starter: TestStarter;
let context: TestContext;
const git = (folder: string, ...args: string[]) =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8" });
const source = (file: string) => join(starter.workspace.path, "projects/1-tiny", file);
const edit = (file: string, from: string, to: string) =>
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(from, () => to),
  );

/** The repository moves on: a better test, a new lesson text, a new fixture, one gone, a new signature. */
function moveOn(): void {
  edit(source("src/mean.test.ts"), "of nothing is NaN", "of an empty vector is NaN");
  edit(source("lesson/1.1-mean.md"), "What do you divide", "What is divided");
  edit(source("src/scale.ts"), "Mean and standard deviation of the training", "What the training");
  writeFileSync(source("fixtures/more.json"), "[4]\n");
  rmSync(source("fixtures/numbers.json"));
}

beforeEach(() => {
  starter = testStarter({ install: false, git: true });
  context = testContext(starter.path, { repository: starter.workspace.path });
});
afterEach(() => starter.remove());

describe("update(context, folder, options)", () => {
  test("says so when there is nothing new", () => {
    expect(update(context, undefined, {})).toBe(exitCodes.ok);
    expect(context.printed()).toContain("Nothing new: this is the latest edition.");
    expect(git(starter.path, "status", "--short")).toBe("");
  });

  test("leaves every learner byte of a half-done starter as it was, in a dirty git tree with conflicts", () => {
    // One step committed, one half written and staged, one not saved in git at all, a test changed,
    // an own file, a deleted lesson, and a merge conflict in the middle of everything.
    starter.fill("1.1");
    git(starter.path, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "1.1");
    git(starter.path, "switch", "-qc", "other");
    starter.edit("README.md", "# A tiny phase", "# Theirs");
    git(starter.path, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "theirs");
    git(starter.path, "switch", "-q", "main");
    starter.edit("README.md", "# A tiny phase", "# Mine");
    git(starter.path, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "mine");
    expect(() =>
      git(starter.path, "-c", "user.name=a", "-c", "user.email=a@b", "merge", "other"),
    ).toThrow("Command failed");
    starter.edit(
      "src/scale.ts",
      'throw new Todo("1.2 mean and',
      'const half = 1;\r\n  throw new Todo("1.2 mean and',
    );
    git(starter.path, "add", "src/scale.ts");
    starter.edit("src/mean.test.ts", "of nothing is NaN", "of nothing is my own test");
    starter.write("src/mine.ts", "export const mine = 1;\n");
    rmSync(join(starter.path, "lesson/1.2-scale.md"));
    const learners = [
      "README.md",
      "src/mean.ts",
      "src/scale.ts",
      "src/mean.test.ts",
      "src/mine.ts",
      "progress.json",
    ];
    const before = learners.map(starter.read);
    const status = git(starter.path, "status", "--short");

    moveOn();
    expect(update(context, undefined, {})).toBe(exitCodes.ok);

    expect(learners.map(starter.read)).toEqual(before);
    expect(existsSync(join(starter.path, "lesson/1.2-scale.md"))).toBe(false);
    expect(starter.read("lesson/1.1-mean.md")).toContain("What is divided");
    expect(starter.read("fixtures/more.json")).toBe("[4]\n");
    expect(existsSync(join(starter.path, "fixtures/numbers.json"))).toBe(false);
    expect(starter.read(".roadmap/incoming/src/mean.test.ts")).toContain("of an empty vector");
    expect(starter.read(".roadmap/incoming/src/scale.ts")).toContain("What the training");
    // git itself was not touched: the same branch, index and conflict, plus what was updated.
    expect(git(starter.path, "status", "--short").split("\n")).toEqual(
      expect.arrayContaining(status.trimEnd().split("\n")),
    );
    const printed = context.printed();
    expect(printed).toContain("updated      lesson/1.1-mean.md");
    expect(printed).toContain("yours, kept  src/mean.test.ts");
    expect(printed).toContain("gone         fixtures/numbers.json");
    expect(printed).toContain("the new ones in .roadmap/incoming/");
  });

  test("forgets nothing: a second update keeps what the first one kept", () => {
    starter.fill("1.2");
    const before = starter.read("src/scale.ts");
    moveOn();
    update(context, undefined, {});
    edit(source("src/scale.ts"), "What the training", "All that the training");
    update(context, undefined, {});
    expect(starter.read("src/scale.ts")).toBe(before);
    expect(starter.read(".roadmap/incoming/src/scale.ts")).toContain("All that the training");
  });

  test("leaves the new edition of a kept file where it is until the learner has it", () => {
    starter.fill("1.2");
    moveOn();
    update(context, undefined, {});
    update(context, undefined, {});
    const incoming = ".roadmap/incoming/src/scale.ts";
    expect(starter.read(incoming)).toContain("What the training");
    starter.write("src/scale.ts", starter.read(incoming));
    update(context, undefined, {});
    expect(existsSync(join(starter.path, incoming))).toBe(false);
  });

  test("names the new tarballs in a lock file that the learner changed", () => {
    const lock = JSON.parse(starter.read("package-lock.json"));
    const name = Object.keys(lock.packages).find((key) => key.includes("@ml-roadmap/"))!;
    const shipped = lock.packages[name];
    lock.packages[name] = { ...shipped, integrity: "sha512-of-an-older-tarball" };
    lock.packages["node_modules/chalk"] = { version: "5.0.0" };
    starter.write("package-lock.json", JSON.stringify(lock));
    // As if it had been made by an older edition.
    const manifest = JSON.parse(starter.read(".roadmap/manifest.json"));
    manifest.files["package-lock.json"] = "another";
    starter.write(".roadmap/manifest.json", JSON.stringify(manifest));
    update(context, undefined, {});
    const { packages } = JSON.parse(starter.read("package-lock.json"));
    expect(packages[name]).toEqual(shipped);
    expect(packages["node_modules/chalk"]).toEqual({ version: "5.0.0" });
  });

  test("takes the published edition from a git repository's starter branch", () => {
    const published = join(starter.workspace.path, "published");
    moveOn();
    const publisher = testContext(starter.workspace.path, { repository: starter.workspace.path });
    start(publisher, "1", published, { install: false, git: false });
    expect(listFiles(published)).not.toContain("progress.json");
    git(published, "init", "-q", "-b", "starter/1");
    git(published, "add", "-A");
    git(published, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "edition");
    const alone = testContext(starter.path);
    starter.fill("1.1");
    const mine = starter.read("src/mean.ts");
    expect(update(alone, undefined, { from: published })).toBe(exitCodes.ok);
    expect(starter.read("lesson/1.1-mean.md")).toContain("What is divided");
    expect(starter.read("src/mean.ts")).toBe(mine);
  });

  test("throws where the branch is not there, and where nobody knows an address", () => {
    const alone = testContext(starter.path);
    expect(() => update(alone, undefined, { from: join(starter.path, "nowhere") })).toThrow(
      "cannot fetch starter/1 from",
    );
    process.env["XDG_CONFIG_HOME"] = join(starter.path, "empty");
    expect(() => update(alone, undefined, {})).toThrow("does not know where it came from");
  });
});
