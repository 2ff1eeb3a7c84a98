import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { publish } from "../commands/publish.ts";
import { update } from "../commands/update.ts";
import { testContext } from "../test-support/context.ts";
import {
  repository,
  temporaryFolder,
  temporaryWorkspace,
  type Temporary,
} from "../test-support/workspace.ts";

let workspace: Temporary;
let elsewhere: Temporary;
const git = (folder: string, ...args: string[]) =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8" });

beforeEach(() => {
  workspace = temporaryWorkspace();
  elsewhere = temporaryFolder();
  git(workspace.path, "init", "-q", "-b", "main");
  git(
    workspace.path,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b",
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "start",
  );
  git(elsewhere.path, "init", "-q", "--bare", "remote.git");
});
afterEach(() => {
  workspace.remove();
  elsewhere.remove();
});

describe("publish(context, remote)", () => {
  test("makes a branch that a clone starts from, adds commits only for news, and serves updates", () => {
    const remote = join(elsewhere.path, "remote.git");
    const context = testContext(workspace.path, { repository: workspace.path });
    publish(context, remote);
    expect(context.printed()).toMatch(/starter\/1 {2}pushed edition [0-9a-f]{12}\n/);
    publish(context, remote);
    expect(context.printed()).toContain("is already at edition");

    const clone = join(elsewhere.path, "mine");
    git(elsewhere.path, "clone", "-q", "-b", "starter/1", remote, "mine");
    expect(git(clone, "log", "--format=%s")).toBe("Phase 1: A tiny phase\n");
    expect(git(clone, "status", "--short")).toBe("");
    expect(readFileSync(join(clone, "src/mean.ts"), "utf8")).toContain("throw new Todo");

    const lesson = join(workspace.path, "projects/1-tiny/lesson/1.1-mean.md");
    writeFileSync(lesson, readFileSync(lesson, "utf8").replace("What do you", "What would you"));
    publish(context, remote);
    expect(git(remote, "log", "--format=%s", "starter/1")).toBe(
      "Phase 1: A tiny phase\n".repeat(2),
    );
    update(testContext(clone), undefined, { from: remote });
    expect(readFileSync(join(clone, "lesson/1.1-mean.md"), "utf8")).toContain("What would you");
    // The repository keeps no trace of its own.
    expect(git(workspace.path, "for-each-ref", "refs/roadmap")).toBe("");
  });
});

describe(".github/workflows/publish-starters.yml", () => {
  const text = readFileSync(join(repository, ".github/workflows/publish-starters.yml"), "utf8");
  const workflow = z
    .looseObject({
      permissions: z.record(z.string(), z.string()),
      jobs: z.record(
        z.string(),
        z.looseObject({
          "timeout-minutes": z.number(),
          steps: z.array(
            z.looseObject({ uses: z.string().optional(), run: z.string().optional() }),
          ),
        }),
      ),
    })
    .parse(load(text));

  test("pins every action to a commit, asks for no more than reading, and limits its time", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const { uses } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    }
    expect(text).not.toContain("pull_request");
  });

  test("proves the phases before it publishes them", () => {
    const [job] = Object.values(workflow.jobs);
    const commands = job.steps.map(({ run }) => run ?? "");
    const at = (what: string) => commands.findIndex((run) => run.includes(what));
    expect(at("roadmap -- verify")).toBeGreaterThan(0);
    expect(at("roadmap -- publish")).toBeGreaterThan(at("roadmap -- verify"));
  });
});
