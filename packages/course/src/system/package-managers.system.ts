import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLearnerFolder, readReference } from "../learner/folder.ts";
import { answerBodies, withBodies } from "../learner/step-file.ts";
import { loadPhases } from "../phase/repository.ts";
import { buildStarter, type Starter } from "../starter/build.ts";
import { installFromRepository, writeFiles } from "../starter/install.ts";
import { repository, temporaryFolder, type Temporary } from "../test-support/workspace.ts";
import { runFresh, type Ended } from "../test-support/run-fresh.ts";

// The published starter of phase 1 as a newcomer gets it: an empty home, no repository beside it.
const pnpm = "pnpm@10.34.9";
const versions = { 22: "22.23.3", 24: "24.21.0" };
let top: Temporary;
let starter: Starter;
/** The folder of each `node`: the one that runs this test, and the others from npm's packages. */
const nodes = new Map<string, string>();

beforeAll(() => {
  top = temporaryFolder();
  const [phase] = loadPhases(repository);
  starter = buildStarter(repository, phase);
  nodes.set(process.versions.node.split(".")[0], join(process.execPath, ".."));
  for (const [major, version] of Object.entries(versions)) {
    if (nodes.has(major)) continue;
    const folder = join(top.path, `node-${major}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), "{}");
    const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
    const { status, output } = fresh("npm", ["install", `${name}@${version}`], folder);
    if (status !== 0) throw new Error(output);
    nodes.set(major, join(folder, "node_modules", name, "bin"));
  }
});
afterAll(() => top.remove());

function fresh(command: string, args: readonly string[], cwd: string, node?: string): Ended {
  const home = join(top.path, "home");
  mkdirSync(home, { recursive: true });
  return runFresh(command, args, { cwd, home, ...(node === undefined ? {} : { node }) });
}

function newStarter(name: string): string {
  const folder = join(top.path, name);
  writeFiles(folder, starter.files);
  return folder;
}

/** Puts the reference's solution of the first steps in. */
function fillFirst(path: string, count: number): void {
  const folder = openLearnerFolder(path);
  const reference = readReference(folder);
  for (const step of folder.phase.steps.slice(0, count)) {
    const file = join(path, step.file);
    const bodies = answerBodies(reference, step);
    writeFileSync(file, withBodies(readFileSync(file, "utf8"), step, bodies, String));
  }
}

describe.each(["20", "22", "24"])("the starter of phase 1 on Node %s", (major) => {
  const managers: [string, string, string[], string[]][] = [
    ["npm", "npm", ["ci"], ["npx", "roadmap"]],
    ["pnpm", "npx", ["-y", pnpm, "install", "--frozen-lockfile"], ["npx", "-y", pnpm, "roadmap"]],
  ];
  test.each(managers)("installs with %s, fails, and passes", (name, command, args, say) => {
    const node = nodes.get(major);
    const folder = newStarter(`${name}-${major}`);
    const installed = fresh(command, args, folder, node);
    expect(installed).toMatchObject({ status: 0 });
    const [run, ...first] = say;
    const failing = fresh(run, [...first, "check"], folder, node);
    expect(failing).toMatchObject({ status: 1 });
    expect(failing.output).toContain("then    ");
    fillFirst(folder, 2);
    const passing = fresh(run, [...first, "check"], folder, node);
    expect(passing).toMatchObject({ status: 0 });
    expect(passing.output).toContain("✓ 1.2 ");
    const built = fresh(
      process.platform === "win32" ? "npm.cmd" : "npm",
      ["run", "build"],
      folder,
      node,
    );
    expect(built).toMatchObject({ status: 0 });
  });
});

describe("the lock files", () => {
  test("npm install leaves package-lock.json as it was shipped", () => {
    const folder = newStarter("npm-lock");
    expect(fresh("npm", ["install"], folder)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "package-lock.json"), "utf8")).toBe(
      starter.files.get("package-lock.json")?.toString("utf8"),
    );
  });

  test("pnpm install leaves pnpm-lock.yaml as it was shipped", () => {
    const folder = newStarter("pnpm-lock");
    const ended = fresh("npx", ["-y", pnpm, "install", "--no-frozen-lockfile"], folder);
    expect(ended).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "pnpm-lock.yaml"), "utf8")).toBe(
      starter.files.get("pnpm-lock.yaml")?.toString("utf8"),
    );
  });
});

describe("without a network", () => {
  const nowhere = ["--registry", "http://127.0.0.1:9"];
  test("npm install finds nothing to do in a starter that roadmap start made", () => {
    const folder = newStarter("offline");
    installFromRepository(starter, folder);
    const ended = fresh("npm", ["install", "--fetch-retries=0", ...nowhere], folder);
    expect(ended).toMatchObject({ status: 0, output: expect.stringContaining("up to date") });
    expect(fresh("npx", ["roadmap", "check"], folder).status).toBe(1);
  });

  test("npx does not fetch another package called roadmap where nothing is installed", () => {
    const folder = newStarter("not-installed");
    const { status, output } = fresh("npx", ["roadmap", "check"], folder);
    expect(status).not.toBe(0);
    expect(output).toContain("npx canceled due to missing packages");
    expect(existsSync(join(folder, "node_modules"))).toBe(false);
  });
});
