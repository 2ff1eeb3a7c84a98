import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPhases } from "../phase/repository.ts";
import { temporaryWorkspace, type Temporary } from "../test-support/workspace.ts";
import { buildStarter, type Starter } from "./build.ts";
import { starterReadme } from "./readme.ts";
import { unpackTarball } from "./tar.ts";

let workspace: Temporary;
let starter: Starter;
const build = () => buildStarter(workspace.path, loadPhases(workspace.path)[0]);
const text = (path: string) => starter.files.get(path)?.toString("utf8") ?? "";
const json = (path: string): unknown => JSON.parse(text(path));

beforeAll(() => {
  workspace = temporaryWorkspace();
  starter = build();
});
afterAll(() => workspace.remove());

describe("buildStarter(root, phase)", () => {
  test("ships sources, tests, lessons, fixtures and a whole project round them", () => {
    expect([...starter.files.keys()].toSorted()).toEqual([
      ".gitattributes",
      ".github/workflows/check.yml",
      ".gitignore",
      ".npmrc",
      ".prettierrc.json",
      ".roadmap/manifest.json",
      ".roadmap/reference.json.gz",
      ".roadmap/roadmap.json",
      "Dockerfile",
      "LICENSE",
      "README.md",
      "deploy.yml",
      "fixtures/numbers.json",
      "lesson/1.1-mean.md",
      "lesson/1.2-scale.md",
      "lesson/1.3-image.md",
      "lesson/1.4-deploy.md",
      "package-lock.json",
      "package.json",
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      "src/container.test.ts",
      "src/index.ts",
      "src/mean.test.ts",
      "src/mean.ts",
      "src/scale.test.ts",
      "src/scale.ts",
      "src/todo.ts",
      "tour.mjs",
      "tsconfig.json",
      "vendor/course.tgz",
      "vendor/kit.tgz",
      "vitest.config.ts",
    ]);
  });

  test("builds the same bytes twice", () => {
    const again = build();
    const differing = [...starter.files].filter(
      ([path, content]) => !again.files.get(path)?.equals(content),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test("depends only on what the shipped files import, and on the tools", () => {
    expect(json("package.json")).toMatchObject({
      dependencies: { "@ml-roadmap/kit": "file:vendor/kit.tgz" },
      devDependencies: { "@ml-roadmap/course": "file:vendor/course.tgz", "fast-check": "4.10.2" },
    });
    expect(text("package.json")).not.toContain("commander");
  });

  test("vendors packages without tests, source conditions, source maps or workspace specifiers", () => {
    const kit = unpackTarball(starter.files.get("vendor/kit.tgz")!);
    expect([...kit.keys()]).toEqual(["lib/index.d.ts", "lib/index.js", "package.json"]);
    expect(kit.get("lib/index.js")?.toString()).not.toContain("sourceMappingURL");
    expect(JSON.parse(kit.get("package.json")!.toString())).toMatchObject({
      version: expect.stringMatching(/^0\.1\.0-h[0-9a-f]{12}$/),
      exports: { ".": { types: "./lib/index.d.ts", default: "./lib/index.js" } },
    });
    const course = unpackTarball(starter.files.get("vendor/course.tgz")!);
    const manifest = course.get("package.json")!.toString();
    expect(manifest).not.toMatch(/workspace:|catalog:/);
    expect([...course.keys()].filter((path) => /\.test\.|test-support|\.map$/.test(path))).toEqual(
      [],
    );
  });

  test("locks every system's packages and names no registry", () => {
    const lock = text("package-lock.json");
    expect(lock).toContain("node_modules/@rolldown/binding-darwin-arm64");
    expect(lock).toContain("node_modules/@typescript/typescript-win32-x64");
    expect(lock).not.toMatch(/https?:\/\/(?!opencollective|github)/);
    expect(text("pnpm-lock.yaml")).toContain("'@rolldown/binding-win32-x64-msvc@");
  });

  test("keeps the reference out of sight: no region's body stands in any readable file", () => {
    const leaks = [...starter.files].filter(([, content]) =>
      /total \/ x\.length|value - mean\) \/ std|timeout-minutes: 10/.test(
        content.toString("latin1"),
      ),
    );
    expect(leaks.map(([path]) => path)).toEqual([]);
  });
});

test("starterReadme(phase) names a file outside the project where the starter has it", () => {
  const [phase] = loadPhases(workspace.path);
  const steps = phase.steps.map((step) => ({ ...step, file: `../../docker/${step.id}` }));
  const readme = starterReadme({ ...phase, steps });
  expect(readme).toContain("| `docker/1.3` |");
  expect(readme).not.toContain("../../docker");
});
