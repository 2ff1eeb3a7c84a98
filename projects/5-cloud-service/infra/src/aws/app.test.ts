import { beforeAll, describe, expect, test } from "vitest";
import { awsMutations } from "../mutations/aws.ts";
import { mutationTable } from "../mutations/table.ts";
import { awsProperties } from "../properties/aws.ts";
import { tryMutations, untried } from "../properties/property.ts";
import { exampleSettings } from "../settings.ts";
import { synthTemplates } from "./synth-templates.ts";
import { stacks, type Templates } from "./template.ts";

// One synthesis with all rules for the whole file: it takes seconds.
let templates: Templates;
beforeAll(() => {
  templates = synthTemplates(exampleSettings, true);
}, 600_000);

describe("the AWS app", () => {
  test("synthesises without an account, and no rule of cdk-nag objects", () => {
    expect(Object.keys(templates.production.Resources).length).toBeGreaterThan(100);
    expect(JSON.stringify(templates)).not.toMatch(/dummy1|12345/);
  });

  for (const { id, says, faults } of awsProperties) {
    test(`${id}: ${says}`, () => {
      expect(faults(templates)).toEqual([]);
    });
  }

  test("has a mutation for every property", () => {
    expect(untried(awsProperties, awsMutations)).toEqual([]);
  });

  test("notices every mutation", async () => {
    const outcomes = tryMutations(templates, awsProperties, awsMutations);
    expect(outcomes.filter(({ said }) => said.length === 0)).toEqual([]);
    const table = mutationTable("AWS: what is broken is noticed", outcomes);
    await expect(table).toMatchFileSnapshot("../../mutations/aws.md");
  });

  test("is the same when it is synthesised again, but for the image's digest where that differs", () => {
    const digest = `sha256:${"a".repeat(64)}`;
    const other = synthTemplates({ ...exampleSettings, imageDigest: digest }, false);
    const changed = stacks.flatMap((stack) =>
      Object.keys(templates[stack].Resources).filter(
        (id) =>
          JSON.stringify(templates[stack].Resources[id]) !==
          JSON.stringify(other[stack].Resources[id]),
      ),
    );
    const types = changed.map((id) => templates.production.Resources[id].Type);
    expect(types).toEqual(Array<string>(6).fill("AWS::ECS::TaskDefinition"));
    const back = JSON.stringify(other).replaceAll(digest, exampleSettings.imageDigest);
    expect(back).toBe(JSON.stringify(templates));
  }, 600_000);
});
