import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { loadPhases } from "../phase/repository.ts";
import { repository, temporaryWorkspace, type Temporary } from "../test-support/workspace.ts";
import { verifyPhase } from "./verify-phase.ts";

// CONTRIBUTING's "Add a step", done to the letter in the tiny phase, where the new step is 1.5.
let workspace: Temporary;
beforeAll(() => {
  workspace = temporaryWorkspace();
});
afterAll(() => workspace.remove());

const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");
const blocks = [...guide.matchAll(/^ {3}```(\w+)\n(.*?)^ {3}```$/gms)].map(
  ([, language, text]) => ({
    language,
    text: text.replace(/^ {3}/gm, "").replaceAll("1.15", "1.5"),
  }),
);
const block = (language: string, has: string) => {
  const found = blocks.find((one) => one.language === language && one.text.includes(has));
  if (!found) throw new Error(`CONTRIBUTING.md has no ${language} block with "${has}"`);
  return found.text;
};

describe("CONTRIBUTING.md, Add a step", () => {
  test("adds a step that verify has nothing to say about", async () => {
    const folder = join(workspace.path, "projects/1-tiny");
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
    const mutant = block("ts", "Misconception");
    write("src/median.ts", block("ts", "export function median"));
    write(
      "src/median.test.ts",
      `import { expect, test } from "vitest";\nimport { median } from "./median.ts";\n${block("ts", "expect(median")}`,
    );
    write("mutants/1.5-unsorted.ts", mutant);
    write(
      "mutants/1.5-lower.ts",
      mutant.replace("x[x.length >> 1]", "x.toSorted()[(x.length - 1) >> 1]"),
    );
    const [about] = /\*\*Write the lesson page\*\*.*?(?=^5\.)/ms.exec(guide) ?? [""];
    const headings = [...about.matchAll(/`(#{1,3} [^`]+)`/g)].map(([, heading]) => heading);
    const page = headings.map((heading) => `${heading.replace("1.15", "1.5")}\n\nSomething.\n`);
    write("lesson/1.5-median.md", page.join("\n"));
    const phase = JSON.parse(readFileSync(join(folder, "phase.json"), "utf8"));
    const { steps } = z.looseObject({ steps: z.array(z.unknown()) }).parse(phase);
    const step: unknown = JSON.parse(block("json", '"id"'));
    write("phase.json", JSON.stringify({ ...phase, steps: [...steps, step] }));

    const options = { standalone: true, onProgress: () => {} };
    const report = await verifyPhase(workspace.path, loadPhases(workspace.path)[0], options);
    expect(report.faults).toEqual([]);
    expect(report.mutants).toBe(10);
  });
});
