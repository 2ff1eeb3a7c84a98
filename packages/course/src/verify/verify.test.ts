import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAnswers } from "../phase/answers.ts";
import { loadPhases, type Phase } from "../phase/repository.ts";
import { buildStarter, compiledFiles } from "../starter/build.ts";
import { temporaryWorkspace, type Temporary } from "../test-support/workspace.ts";
import { checkCompiler, checkStable } from "./compiler-rules.ts";
import type { Fault } from "./fault.ts";
import { checkSecrets } from "./secret-rules.ts";
import { checkStandalone } from "./standalone-rule.ts";
import { checkFunctions, checkLessons, checkMarkers, checkVariants } from "./static-rules.ts";
import { checkTests } from "./test-rules.ts";
import { verifyPhase } from "./verify-phase.ts";

// Each promise is broken on purpose, and the message is what an author sees.
let workspace: Temporary;
const folder = () => join(workspace.path, "projects/1-tiny");
const phase = (): Phase => loadPhases(workspace.path)[0];
const read = (file: string) => readFileSync(join(folder(), file), "utf8");
const write = (file: string, text: string) => writeFileSync(join(folder(), file), text);
const edit = (file: string, from: string, to: string) => {
  if (!read(file).includes(from)) throw new Error(`${file} does not contain "${from}"`);
  write(
    file,
    read(file).replace(from, () => to),
  );
};
const remove = (file: string) => rmSync(join(folder(), file));
const messages = (faults: readonly Fault[]) =>
  faults.map(({ rule, message }) => `${rule}: ${message}`);

beforeEach(() => {
  workspace = temporaryWorkspace();
});
afterEach(() => workspace.remove());

describe("loadPhases(repository)", () => {
  test("throws for ids that are not in order", () => {
    edit("phase.json", '"id": "1.2"', '"id": "1.3"');
    expect(phase).toThrow('step ids are unique and in order: expected "1.2", found "1.3"');
  });
  test("throws for an unknown field", () => {
    edit("phase.json", '"slug": "tiny"', '"slug": "tiny", "autor": "me"');
    expect(phase).toThrow('Unrecognized key: "autor"');
  });
});

describe("checkMarkers(phase)", () => {
  const breaks: [string, () => void, string][] = [
    [
      "an unclosed region",
      () => edit("src/mean.ts", "//#endregion", ""),
      "src/mean.ts:5: this region is never closed",
    ],
    [
      "a step that is not in phase.json",
      () => edit("src/mean.ts", "solution 1.1", "solution 1.9"),
      "src/mean.ts:5: phase.json has no step 1.9",
    ],
    [
      "a region in another file than phase.json says",
      () => edit("src/mean.ts", "solution 1.1 mean of a vector", "solution 1.2 stray"),
      "src/mean.ts:5: phase.json says that step 1.2 stands in src/scale.ts",
    ],
    [
      "a step without a region",
      () => edit("Dockerfile", "# region solution 1.3 runtime stage\n", ""),
      "Dockerfile:5: endregion without a region that it closes",
    ],
    [
      "a learner's marker in the reference",
      () => edit("src/mean.ts", "region solution", "region step"),
      "src/mean.ts:5: a reference marks solutions, not steps",
    ],
    [
      "an empty region",
      () => edit("src/mean.ts", "  const total = sum(x);\n  return total / x.length;\n", ""),
      "src/mean.ts:5: this region is empty: it holds no code",
    ],
  ];
  test.each(breaks)("finds %s", (_, breakIt, message) => {
    breakIt();
    expect(messages(checkMarkers(phase()))).toContain(`markers: ${message}`);
  });
  test("is content with the fixture", () => {
    expect(checkMarkers(phase())).toEqual([]);
  });
});

describe("checkFunctions(phase)", () => {
  test("finds two regions in one function", async () => {
    edit(
      "src/mean.ts",
      "  return total / x.length;\n",
      "  //#endregion\n  //#region solution 1.1 the rest\n  return total / x.length;\n",
    );
    expect(messages(await checkFunctions(phase()))).toEqual([
      "functions: src/mean.ts:8: mean already has the region of line 5",
    ]);
  });
  test("finds a region outside of any function", async () => {
    edit("src/index.ts", "", "");
    write(
      "src/mean.ts",
      "//#region solution 1.1 all\nexport const mean = (x: readonly number[]) => x.length;\n//#endregion\n",
    );
    expect(messages(await checkFunctions(phase()))).toEqual([
      "functions: src/mean.ts:1: this region is not inside one function's body",
    ]);
  });
  test("finds a function that phase.json does not name", async () => {
    edit("phase.json", '"function": "mean"', '"function": "average"');
    expect(messages(await checkFunctions(phase()))).toEqual([
      "functions: src/mean.ts:5: phase.json names average for step 1.1, and this is mean",
    ]);
  });
});

describe("checkLessons(phase)", () => {
  test("finds a missing page, a missing hint, a missing section and a stray page", () => {
    remove("lesson/1.1-mean.md");
    edit("lesson/1.2-scale.md", "### Hint 3", "Hint 3");
    edit("lesson/1.3-image.md", "## Reading", "Reading");
    write("lesson/1.7-old.md", "# 1.7 Old\n");
    expect(messages(checkLessons(phase()))).toEqual([
      "lessons: lesson/1.1-mean.md is missing: step 1.1 has no lesson page",
      "lessons: lesson/1.2-scale.md: it has 2 hints, and a step has 3",
      'lessons: lesson/1.3-image.md: "## Reading" is missing or empty',
      "lessons: lesson/1.7-old.md belongs to no step of phase.json",
    ]);
  });
});

describe("checkVariants(phase)", () => {
  test("finds a step with too few wrong answers, and one for a step that is not there", () => {
    remove("mutants/1.1-sum.ts");
    write("mutants/1.9-x.ts", read("mutants/1.2-offset.ts").replaceAll("1.2", "1.9"));
    expect(messages(checkVariants(phase()).faults)).toEqual([
      "variants: mutants/1.9-x.ts: phase.json has no step 1.9",
      "variants: step 1.1 has 1 wrong answers in mutants/, and a step has at least 2",
    ]);
  });
  test("finds a wrong answer that does not say what it believes", () => {
    edit("mutants/1.1-sum.ts", "// Misconception: the mean is the sum.\n", "");
    expect(messages(checkVariants(phase()).faults)).toEqual([
      'variants: mutants/1.1-sum.ts: must open with the comments "Misconception: ..." and "file: src/..."',
    ]);
  });
});

describe("checkStable(phase, compiled)", () => {
  test("finds files that another compilation would write differently", () => {
    const compiled = compiledFiles(phase());
    expect(checkStable(phase(), compiled)).toEqual([]);
    compiled.set("src/mean.ts", Buffer.from("export {};\n"));
    expect(messages(checkStable(phase(), compiled))).toEqual([
      "starter: src/mean.ts: compiling it twice gives other bytes",
    ]);
  });
});

describe("checkCompiler(root, phase, compiled)", () => {
  const faults = () => checkCompiler(workspace.path, phase(), compiledFiles(phase()));
  test("finds a starter that does not type-check", async () => {
    edit("src/mean.ts", "/** Mean of a vector", "type Sum = typeof total;\n/** Mean of a vector");
    edit("src/mean.ts", "  //#region", "  const total: Sum = 0;\n  //#region");
    edit("src/mean.ts", "  const total = sum(x);\n", "");
    edit("src/mean.ts", "type Sum = typeof total;", "type Sum = number;");
    edit("src/mean.ts", "total / x.length", "missing / x.length");
    expect(messages(await faults())).toEqual([
      "reference: the reference does not type-check: src/mean.ts:8: TS2304: Cannot find name 'missing'.",
    ]);
  });
  test("finds an export whose type only the solution tells", async () => {
    edit("src/mean.ts", "x: readonly number[]): number {", "x: readonly number[]) {");
    expect(messages(await faults())).toEqual([
      'exports: src/mean.ts: the starter declares "export declare function mean(x: readonly number[]): void;" where the reference declares "export declare function mean(x: readonly number[]): number;"; write the types out, a Todo cannot infer them',
    ]);
  });
});

describe("checkTests(root, phase, answers, compiled, variants)", () => {
  const faults = async () => {
    const { folder: path, steps } = phase();
    const answers = readAnswers(path, steps);
    const { variants } = checkVariants(phase());
    return messages(
      await checkTests(workspace.path, phase(), answers, compiledFiles(phase()), variants),
    );
  };
  test("finds a test that fails on the reference, and a step without tests", async () => {
    edit("src/mean.test.ts", "toBe(3)", "toBe(4)");
    edit("src/container.test.ts", "1.4 the deploy", "the deploy");
    expect(await faults()).toEqual([
      'reference: "1.1 mean(x) of [1, 2, 6] is 3" fails: AssertionError: expected 3 to be 4 // Object.is equality',
      'reference: step 1.4 has no test: no test\'s name opens with "1.4 "',
    ]);
  });
  test("finds a test that passes on the starter, and one that meets another step's Todo", async () => {
    write(
      "src/mean.test.ts",
      `${read("src/mean.test.ts")}
test("1.1 is a number", () => expect(typeof mean).toBe("function"));
`,
    );
    edit("src/scale.test.ts", "  expect(fitScale", "  mean([1]);\n  expect(fitScale");
    edit(
      "src/scale.test.ts",
      "import { fitScale",
      'import { mean } from "./mean.ts";\nimport { fitScale',
    );
    expect(await faults()).toEqual([
      'todo: "1.1 is a number" passes on the starter: what ships complete is tested without a step\'s id',
      'todo: "1.2 fitScale(x) divides by N" fails on the starter without step 1.2\'s own Todo: Todo: 1.1 mean of a vector',
    ]);
  });
  test("finds a wrong answer that survives, a right one that does not pass, one that does not fit", async () => {
    edit("src/mean.test.ts", "[1, 2, 6])).toBe(3)", "[1])).toBe(1)");
    edit("src/mean.test.ts", "toBeNaN()", "not.toBe(1)");
    edit("alternatives/1.1-loop.ts", "return average;", "return average + 1;");
    edit("mutants/1.2-offset.ts", "subtract the mean, divide by the deviation", "another name");
    expect(await faults()).toEqual([
      'mutants: mutants/1.1-sum.ts survives: no test of step 1.1 notices "the mean is the sum."',
      "mutants: mutants/1.2-offset.ts cannot be put in: it has other regions, or does not load",
      "alternatives: alternatives/1.1-loop.ts is right and does not pass: the tests of step 1.1 ask for too much",
    ]);
  });
});

describe("checkSecrets(starter, answers)", () => {
  test("finds an answer in a lesson, a test or a comment that ships", () => {
    const { folder: path, steps } = phase();
    const answers = readAnswers(path, steps);
    const starter = () => buildStarter(workspace.path, phase());
    expect(checkSecrets(starter(), answers)).toEqual([]);
    edit(
      "lesson/1.2-scale.md",
      "## Reading",
      "```ts\nconst center = mean(x);\nconst squares = x.map((value) => (value - center) ** 2);\n```\n\n## Reading",
    );
    expect(messages(checkSecrets(starter(), answers))).toEqual([
      'secrets: lesson/1.2-scale.md shows the answer to 1.2 mean and standard deviation: "const center = mean(x);" and what follows',
    ]);
  });
});

describe("checkStandalone(starter, phase)", () => {
  test("finds a starter that needs a file it does not ship", () => {
    edit("src/container.test.ts", "../${file}", "../../1-tiny/${file}");
    expect(messages(checkStandalone(buildStarter(workspace.path, phase()), phase()))).toEqual([
      "standalone: step 1.3 does not pass with the reference's own solution: failed",
      "standalone: step 1.4 does not pass with the reference's own solution: failed",
    ]);
  }, 60_000);
});

describe("verifyPhase(root, phase, options)", () => {
  test("finds no fault in the fixture", async () => {
    const report = await verifyPhase(workspace.path, phase(), {
      standalone: true,
      onProgress: () => {},
    });
    expect(report).toMatchObject({ faults: [], skipped: [], mutants: 8, alternatives: 1 });
  }, 60_000);
});
