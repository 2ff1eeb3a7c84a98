import { describe, expect, test } from "vitest";
import { kubernetesMutations } from "../mutations/kubernetes.ts";
import { mutationTable } from "../mutations/table.ts";
import { kubernetesProperties } from "../properties/kubernetes.ts";
import { tryMutations, untried } from "../properties/property.ts";
import { manifests } from "./chart.ts";
import { deploymentOf } from "./kserve-schema.ts";
import type { Manifest } from "./manifest.ts";
import { exampleKubernetes, readKubernetesSettings } from "./settings.ts";
import { validate } from "./validate.ts";

const variants = {
  "with KEDA and a canary": exampleKubernetes,
  "without KEDA": { ...exampleKubernetes, keda: false },
  "without a canary": { ...exampleKubernetes, canaryImage: undefined },
  "with KServe": { ...exampleKubernetes, kserve: true },
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

describe("with KServe", () => {
  const objects = () => manifests({ ...exampleKubernetes, kserve: true });
  // oxlint-disable-next-line typescript/no-explicit-any
  const predictor = (of: Manifest[]): any =>
    of.find(({ kind }) => kind === "InferenceService")?.spec?.predictor;
  const faultsOf = (change: (predictor: Record<string, unknown>) => void): string[] => {
    const copy = structuredClone(objects());
    change(predictor(copy));
    return copy.flatMap((object) => validate(object));
  };

  test("an InferenceService takes the stable Deployment's and its scaler's place, nothing else's", () => {
    const names = (of: Manifest[]) => of.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    const without = names(manifests(exampleKubernetes));
    expect(without.filter((one) => !names(objects()).includes(one))).toEqual([
      "Deployment/text-service-stable",
      "ScaledObject/text-service-stable",
    ]);
    expect(names(objects()).filter((one) => !without.includes(one))).toEqual([
      "InferenceService/text-service",
    ]);
  });

  test("what KServe makes of it has every property that a Deployment has", () => {
    const made = objects().map((object) =>
      object.kind === "InferenceService"
        ? { ...object, ...deploymentOf(object).deployment }
        : object,
    );
    expect(made.filter(({ kind }) => kind === "Deployment")).toHaveLength(3);
    for (const { id, faults } of kubernetesProperties) {
      // KServe scales by itself, by processor use.
      if (id !== "k8s-scales") expect([id, faults(made)]).toEqual([id, []]);
    }
  });

  test("fields of a pod and of KServe are told from unknown ones", () => {
    expect(faultsOf((own) => (own.minReplica = 1))).toEqual([
      "/spec/predictor/minReplica: the schema has no such field",
    ]);
    expect(faultsOf((own) => (own.scaleMetric = "rps"))).toEqual([
      "/spec/predictor/scaleMetric: expected cpu or memory",
    ]);
    expect(faultsOf((own) => (own.maxReplicas = 1))).toEqual([
      "/spec/predictor/minReplicas: more than maxReplicas",
    ]);
    expect(faultsOf((own) => (own.deploymentStrategy = { rolling: {} }))).toEqual([
      "/spec/predictor/deploymentStrategy/rolling: the schema has no such field",
    ]);
    expect(faultsOf((own) => delete own.containers).join()).toContain("containers");
  });
});

describe("readKubernetesSettings(environment)", () => {
  const given = {
    IMAGE: exampleKubernetes.image,
    REGISTRY: "s3://bucket/models",
    SERVICE_HOSTNAME: "text.example.com",
  };

  test("makes settings of what must be given, and usual ones of the rest", () => {
    const { canaryImage: _, ...usual } = exampleKubernetes;
    expect(readKubernetesSettings(given)).toEqual({
      ...usual,
      registry: "s3://bucket/models",
      serviceAccountAnnotations: {},
    });
    expect(
      readKubernetesSettings({
        ...given,
        ENVIRONMENT: "staging",
        CANARY_IMAGE: given.IMAGE,
        CANARY_PERCENT: "5",
        SERVICE_ACCOUNT_ANNOTATION: "eks.amazonaws.com/role-arn=arn:aws:iam::1:role/a=b",
        KEDA: "no",
        KSERVE: "yes",
      }),
    ).toMatchObject({
      environment: "staging",
      canaryImage: given.IMAGE,
      canaryPercent: 5,
      serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/a=b" },
      keda: false,
      kserve: true,
    });
  });

  test("names everything that is wrong", () => {
    const wrong = { ...given, IMAGE: "text-service:latest", CANARY_PERCENT: "50", KEDA: "maybe" };
    expect(() => readKubernetesSettings(wrong)).toThrow(
      /IMAGE: expected .*digest, found "text-service:latest"\nCANARY_PERCENT: expected 1 to 10, found "50"\nKEDA: expected yes or no/,
    );
    expect(() => readKubernetesSettings({})).toThrow(/IMAGE: .*\nREGISTRY: .*\nSERVICE_HOSTNAME: /);
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
