import { describe, expect, test } from "vitest";
import { kubernetesMutations } from "../mutations/kubernetes.ts";
import { mutationTable } from "../mutations/table.ts";
import { kubernetesProperties } from "../properties/kubernetes.ts";
import { tryMutations, untried } from "../properties/property.ts";
import { manifests } from "./chart.ts";
import { exampleKubernetes } from "./settings.ts";
import { validate } from "./validate.ts";

const variants = {
  "with KEDA and a canary": exampleKubernetes,
  "without KEDA": { ...exampleKubernetes, keda: false },
  "without a canary": { ...exampleKubernetes, canaryImage: undefined },
  "in staging": { ...exampleKubernetes, environment: "staging" as const },
};

// The first use of a schema compiles it.
describe("the Kubernetes objects", { timeout: 300_000 }, () => {
  for (const [name, settings] of Object.entries(variants)) {
    test(`${name} hold to the schemas of their kinds`, () => {
      const faults = manifests(settings).flatMap((object) =>
        validate(object).map((fault) => `${object.kind} ${object.metadata.name} ${fault}`),
      );
      expect(faults).toEqual([]);
    });
  }

  test("are the same when they are made again", () => {
    expect(manifests(exampleKubernetes)).toEqual(manifests(exampleKubernetes));
  });

  test("differ by another image where the image is, and nowhere else", () => {
    const digest = `sha256:${"a".repeat(64)}`;
    const image = exampleKubernetes.image.replace(/sha256:.*/, digest);
    const other = JSON.stringify(manifests({ ...exampleKubernetes, image }));
    expect(other).not.toBe(JSON.stringify(manifests(exampleKubernetes)));
    expect(other.replaceAll(digest, `sha256:${"0".repeat(64)}`)).toBe(
      JSON.stringify(manifests(exampleKubernetes)),
    );
  });
});

describe("the Kubernetes objects' properties", () => {
  for (const { id, says, faults } of kubernetesProperties) {
    test(`${id}: ${says}`, () => {
      expect(faults(manifests(exampleKubernetes))).toEqual([]);
    });
  }

  test("have a mutation each, and every one is noticed", async () => {
    expect(untried(kubernetesProperties, kubernetesMutations)).toEqual([]);
    const outcomes = tryMutations(
      manifests(exampleKubernetes),
      kubernetesProperties,
      kubernetesMutations,
    );
    expect(outcomes.filter(({ said }) => said.length === 0)).toEqual([]);
    const table = mutationTable("Kubernetes: what is broken is noticed", outcomes);
    await expect(table).toMatchFileSnapshot("../../mutations/kubernetes.md");
  });
});

describe("validate", () => {
  const copy = () => structuredClone(manifests(exampleKubernetes));
  // oxlint-disable-next-line typescript/no-explicit-any
  const spec = (kind: string): any => copy().find((object) => object.kind === kind);

  test("refuses a misspelt field, however deep", () => {
    const deployment = spec("Deployment");
    deployment.spec.template.spec.containers[0].resources.limit = { cpu: "1" };
    expect(validate(deployment)).toEqual([
      "/spec/template/spec/containers/0/resources/limit: the schema has no such field",
      "/spec/template/spec/containers/0/resources/limit/cpu: the schema has no such field",
    ]);
  });

  test("refuses a misspelt field in every kind", () => {
    for (const object of copy()) {
      Object.assign(object.spec ?? object.metadata, { mispelt: true });
      const faults = validate(object).filter((one) =>
        one.endsWith("mispelt: the schema has no such field"),
      );
      expect([object.kind, faults.length]).toEqual([object.kind, 1]);
    }
  });

  test("refuses a wrong type and a missing field", () => {
    const deployment = spec("Deployment");
    deployment.spec.replicas = "two";
    delete deployment.spec.selector;
    expect(validate(deployment).join()).toMatch(/selector/);
    expect(validate(deployment).join()).toMatch(/replicas/);
  });

  test("refuses a kind without a schema", () => {
    expect(validate({ apiVersion: "v1", kind: "Pot" })).toEqual(["v1 Pot: no schema is at hand"]);
  });
});
