import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { registryFile } from "../learner/registry.ts";
import { testContext, type TestContext } from "../test-support/context.ts";
import { testStarter, type TestStarter } from "../test-support/starter.ts";
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { doctor } from "./doctor.ts";
import { hint } from "./hint.ts";
import { list } from "./list.ts";
import { reset } from "./reset.ts";
import { solve } from "./solve.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";

// One learner's way through the tiny phase: each test goes on where the one before ended.
let starter: TestStarter;
let context: TestContext;
beforeAll(() => {
  starter = testStarter();
});
beforeEach(() => {
  context = testContext(starter.path);
});
afterAll(() => starter.remove());

describe("start(context, phase, folder)", () => {
  test("makes a folder with everything installed and a first commit", () => {
    expect(existsSync(join(starter.path, "node_modules", ".bin", "roadmap"))).toBe(true);
    const log = execFileSync("git", ["log", "--format=%s"], {
      cwd: starter.path,
      encoding: "utf8",
    });
    expect(log).toBe("Start phase 1\n");
    const dirty = execFileSync("git", ["status", "--short"], {
      cwd: starter.path,
      encoding: "utf8",
    });
    expect(dirty).toBe("");
  });

  test("refuses a folder that is not empty and touches nothing in it", () => {
    const repository = starter.workspace.path;
    const before = readdirSync(starter.path);
    expect(() =>
      start(testContext(starter.path, { repository }), "1", ".", { install: true, git: true }),
    ).toThrow("this folder is not empty; nothing in it was touched");
    expect(readdirSync(starter.path)).toEqual(before);
  });

  test("refuses a phase that is not there, and a place that is no repository", () => {
    const repository = starter.workspace.path;
    const options = { install: true, git: true };
    expect(() => start(testContext(starter.path, { repository }), "7", "x", options)).toThrow(
      'there is no phase "7"; there is 1 (tiny)',
    );
    expect(() => start(context, "1", "x", options)).toThrow(
      "starters are made in the roadmap's repository",
    );
  });

  test("remembers the folder for status, in the user's own configuration", () => {
    expect(readFileSync(registryFile(), "utf8")).toContain(JSON.stringify(starter.path));
  });
});

describe("check(context, steps, options)", () => {
  test("shows the task of a step that is not begun, exits 1, and counts no failure", async () => {
    expect(await check(context, [], {})).toBe(exitCodes.failed);
    expect(context.printed()).toBe(`
1.1 Mean of a vector                                                about 10 min
${"─".repeat(80)}
  Write mean(x) in src/mean.ts.

  write   mean in src/mean.ts:4
  read    lesson/1.1-mean.md
  then    npx roadmap check
  stuck?  npx roadmap hint

`);
    expect(starter.progress().steps).toEqual({});
  });

  test("says what was expected, what came, where, the type error, what was printed, what next", async () => {
    starter.edit(
      "src/mean.ts",
      'throw new Todo("1.1 mean of a vector");',
      'console.log("x is", x);\n  const n: string = 3;\n  return sum(x);',
    );
    expect(await check(context, [], {})).toBe(exitCodes.failed);
    expect(context.printed()).toBe(`
1.1 Mean of a vector                                               src/mean.ts:4
${"─".repeat(80)}
  ✗ mean(x) of [1, 2, 6] is 3
    expected  3
    came      9
    where     src/mean.ts:4
    test      src/mean.test.ts:6  expect(mean([1, 2, 6])).toBe(3);

  types  src/mean.ts:7  TS2322: Type 'number' is not assignable to type
         'string'.

  your code printed:
    x is [ 1, 2, 6 ]
    x is []

  0 of 2 tests pass; 1 more fails: npx roadmap check --verbose

  next    edit src/mean.ts, then npx roadmap check
  stuck?  npx roadmap hint

`);
    expect(starter.progress().steps["1.1"]).toEqual({ failures: 1, hints: 0 });
  });

  test("tells a file that does not parse, with the place", async () => {
    starter.edit("src/mean.ts", "return sum(x);", "return sum(x;");
    expect(await check(context, [], {})).toBe(exitCodes.failed);
    const printed = context.printed();
    expect(printed).toContain("src/mean.test.ts could not be run");
    expect(printed).toContain("src/mean.ts:8");
    starter.edit("src/mean.ts", "return sum(x;", "return sum(x);");
  });

  test("tells an error that the code threw, with the line in the learner's file", async () => {
    starter.edit("src/mean.ts", "return sum(x);", "return JSON.parse('{');");
    await check(context, [], {});
    const printed = context.printed();
    expect(printed).toContain("came   SyntaxError: ");
    expect(printed).toContain("where  src/mean.ts:8 in mean");
    starter.edit("src/mean.ts", "return JSON.parse('{');", "return sum(x);");
  });

  test("passes no step of which a test did not run", async () => {
    const before = starter.read("src/mean.test.ts");
    const solution = starter.read("src/mean.ts");
    starter.fill("1.1");
    starter.edit("src/mean.test.ts", 'test("of [1, 2', 'test.only("of [1, 2');
    expect(await check(context, [], {})).toBe(exitCodes.failed);
    expect(context.printed()).toContain("is .only or .skip left in its file?");
    starter.write("src/mean.test.ts", before);
    starter.write("src/mean.ts", solution);
  });

  test("refuses steps beside an option that chooses them", async () => {
    for (const option of [{ all: true }, { soFar: true }]) {
      await expect(check(context, ["1.1"], option)).rejects.toThrow("chooses the steps");
    }
  });

  test("passes a step and shows the next one's task, with exit code 0", async () => {
    starter.edit("src/mean.ts", "return sum(x);", "return sum(x) / x.length;");
    expect(await check(context, [], {})).toBe(exitCodes.ok);
    const printed = context.printed();
    expect(printed).toContain("✓ 1.1 Mean of a vector  2 tests\n");
    expect(printed).toContain("1.2 Standard scaling");
    expect(starter.progress().steps["1.1"]).toEqual({
      failures: 4,
      hints: 0,
      passed: "2026-01-02T03:04:05.000Z",
    });
  });

  test("shows the smallest failing input of a property, and which part is not written", async () => {
    starter.edit(
      "src/scale.ts",
      'throw new Todo("1.2 subtract the mean, divide by the deviation");',
      "return x.map((v) => (v > 10 ? 0 : (v - mean) / std));",
    );
    await check(context, ["1.2"], { verbose: true });
    const printed = context.printed();
    expect(printed).toContain("missing  1.2 mean and standard deviation (not written yet)");
    expect(printed).toMatch(/input +\[11\] \(the smallest found, made smaller \d+ times\)/);
    expect(printed).toMatch(/where +src\/scale.ts:19/);
  });

  test("sees a Dockerfile whose part is still to be written, without running anything", async () => {
    expect(await check(context, ["1.3"], {})).toBe(exitCodes.failed);
    expect(context.printed()).toContain("write   Dockerfile:3");
  });

  test("checks every step with --all, in order, and what passed before with --so-far", async () => {
    expect(await check(context, [], { all: true })).toBe(exitCodes.failed);
    const printed = context.printed();
    expect(printed).toContain("✓ 1.1 Mean of a vector  2 tests\n✗ 1.2 Standard scaling\n");
    expect(printed).toContain("· 1.3 The image's runtime stage  not written yet\n");
    expect(printed).toContain("1 of 4 steps pass\n");
    expect(await check(context, [], { soFar: true })).toBe(exitCodes.ok);
    expect(context.printed()).toContain("1 of 1 step passes\n");
  });

  test("gives a tool one JSON document", async () => {
    const json = testContext(starter.path, { json: true });
    await check(json, ["1.1", "1.2"], {});
    expect(JSON.parse(json.printed())).toMatchObject({
      phase: 1,
      current: "1.2",
      steps: [
        { id: "1.1", verdict: "passed", passed: 2, failed: [] },
        { id: "1.2", verdict: "failed", failed: [{ kind: "todo" }, { kind: "counterexample" }] },
      ],
    });
  });

  test("throws a usage error for a step that is not there", async () => {
    await expect(check(context, ["2.1"], {})).rejects.toThrow(
      'phase 1 has no step "2.1"; it has 1.1 to 1.4',
    );
  });
});

describe("hint(context, step, options)", () => {
  test("goes from the first hint to the last, then points at the solution", () => {
    hint(context, undefined);
    expect(context.printed()).toContain("hint 1 of 3");
    hint(context, undefined);
    hint(context, undefined);
    expect(context.printed()).toContain(
      "npx roadmap solve 1.2 --give-up  shows the reference's solution",
    );
    hint(context, undefined);
    expect(context.printed()).toContain("The deviation is the root of the mean");
    expect(starter.progress().steps["1.2"].hints).toBe(3);
  });

  test("shows a hint again without counting it", () => {
    hint(context, "1.1", { level: 1 });
    hint(context, "1.1", { level: 1 });
    expect(starter.progress().steps["1.1"].hints).toBe(1);
  });
});

describe("diff(context, step)", () => {
  test("compares a passed step with the reference, both formatted alike", async () => {
    starter.edit("src/mean.ts", "  return sum(x) / x.length;", "      return sum(x)/x.length");
    await diff(context, undefined);
    const printed = context.printed();
    expect(printed).toContain("-  return sum(x) / x.length;\n");
    expect(printed).toContain("+  const total = sum(x);\n+  return total / x.length;\n");
    expect(printed).not.toContain("sum(x)/x.length");
  });

  test("refuses a step that does not pass", async () => {
    await expect(diff(context, "1.2")).rejects.toThrow("step 1.2 does not pass yet");
  });
});

describe("solve(context, step, options)", () => {
  test("refuses before passing unless the learner gives up", async () => {
    await expect(solve(context, "1.3", {})).rejects.toThrow("step 1.3 does not pass yet");
    expect(starter.progress().steps["1.3"]).toBeUndefined();
  });

  test("records giving up, shows the solution, and leaves the file alone", async () => {
    const before = starter.read("Dockerfile");
    await solve(context, "1.3", { giveUp: true });
    expect(context.printed()).toContain("USER node");
    expect(starter.progress().steps["1.3"].gaveUp).toBe("2026-01-02T03:04:05.000Z");
    expect(starter.read("Dockerfile")).toBe(before);
  });

  test("fills a step in, keeps the attempt, and the step passes as filled", async () => {
    await solve(context, "1.3", { fill: true });
    expect(context.printed()).toContain(
      ".roadmap/attempts/1.3/2026-01-02T03-04-05-000Z-Dockerfile",
    );
    const kept = ".roadmap/attempts/1.3/2026-01-02T03-04-05-000Z-Dockerfile";
    expect(starter.read(kept)).toContain("# Todo: 1.3");
    expect(await check(context, ["1.3"], {})).toBe(exitCodes.ok);
    list(context);
    expect(context.printed()).toMatch(/✓ {2}1\.3 .* with the solution/);
  });
});

describe("reset(context, step, options)", () => {
  test("puts the step back as it came, keeps the attempt and the other steps of the file", () => {
    const before = starter.read("src/scale.ts");
    reset(context, "1.2", {});
    expect(starter.read("src/scale.ts")).toContain('throw new Todo("1.2 subtract the mean');
    const [kept] = readdirSync(join(starter.path, ".roadmap/attempts/1.2"));
    expect(starter.read(`.roadmap/attempts/1.2/${kept}`)).toBe(before);
  });

  test("says what to do where the markers are gone, and can bring the whole file back", () => {
    starter.edit("src/mean.ts", "//#region step 1.1 mean of a vector", "");
    expect(() => reset(context, "1.1", {})).toThrow("cannot tell where step 1.1 stands");
    reset(context, "1.1", { file: true });
    expect(starter.read("src/mean.ts")).toContain('throw new Todo("1.1 mean of a vector")');
    expect(starter.progress().steps["1.1"].passed).toBeUndefined();
  });
});

describe("list(context)", () => {
  test("shows the steps, the current one and the hints read", () => {
    list(context);
    expect(context.printed())
      .toBe(`Phase 1: A tiny phase                                                     1 of 4
${"─".repeat(80)}
›  1.1  Mean of a vector           10 min  1 of 3 hints
·  1.2  Standard scaling           20 min  3 of 3 hints
✓  1.3  The image's runtime stage  15 min  with the solution
·  1.4  The deploy job             15 min

  next  lesson/1.1-mean.md, src/mean.ts, then npx roadmap check
`);
  });
});

describe("check(context, [], {all: true})", () => {
  test("ends the phase when every step passes, and finds a step that broke", async () => {
    for (const step of ["1.1", "1.2", "1.4"]) starter.fill(step);
    expect(await check(context, [], { all: true })).toBe(exitCodes.ok);
    expect(context.printed()).toContain("Phase 1 is done: A tiny phase");
    starter.edit("Dockerfile", "FROM ${NODE_IMAGE}", "FROM node");
    expect(await check(context, [], { all: true })).toBe(exitCodes.failed);
    expect(context.printed()).toContain("Every step passes, but not all of them together");
    starter.edit("Dockerfile", "FROM node", "FROM ${NODE_IMAGE}");
    starter.edit("src/mean.ts", "total / x.length", "total");
    expect(await check(context, [], { soFar: true })).toBe(exitCodes.failed);
    list(context);
    expect(context.printed()).toMatch(/✗ {2}1\.1 .* passed once, fails now/);
    starter.edit("src/mean.ts", "return total", "return total / x.length");
    expect(await check(context, [], {})).toBe(exitCodes.ok);
    expect(starter.progress().steps["1.1"].broken).toBeUndefined();
  });
});

describe("status(context, options)", () => {
  test("shows the phases and ticks off the learning list", () => {
    status(context, { done: "1b" });
    const printed = context.printed();
    expect(printed).toContain("Phase 1  A tiny phase");
    expect(printed).toContain(" 4 of 4");
    expect(printed).toContain("[x] 1b  Python for Everybody");
    expect(printed).toContain("[ ] 1a  Mathematics for Machine Learning (DeepLearning.AI)");
    status(context, { undo: "1b" });
    expect(context.printed()).toContain("[ ] 1b");
    expect(() => status(context, { done: "3z" })).toThrow('the learning list has no "3z"');
  });

  test("shows the starters of this machine from the repository as well", () => {
    const repository = starter.workspace.path;
    const there = testContext(repository, { repository });
    status(there, {});
    expect(there.printed()).toContain("4 of 4");
  });
});

describe("doctor(context)", () => {
  test("names what is there and what is missing", async () => {
    expect(await doctor(context)).toBe(exitCodes.ok);
    const printed = context.printed();
    expect(printed).toContain(process.versions.node);
    expect(printed).toMatch(/packages +installed/);
  });
});
