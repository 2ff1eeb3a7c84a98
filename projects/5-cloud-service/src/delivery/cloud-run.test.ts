import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";

// oxlint-disable-next-line typescript/no-explicit-any
type Yaml = any;

const path = fileURLToPath(new URL("../../infra/cloud-run/service.yaml", import.meta.url));
const service: Yaml = load(readFileSync(path, "utf8"));
const template = () => service.spec?.template ?? {};
const annotation = (name: string) => template().metadata?.annotations?.[name];
const container = () => template().spec?.containers?.[0] ?? {};

describe("5.13 the Cloud Run service", () => {
  test("names its image by its digest", () => {
    expect(container().image).toMatch(/^[\w.-]+\/[\w./-]+@sha256:[0-9a-f]{64}$/);
    expect(template().spec.containers).toHaveLength(1);
  });

  test("keeps an instance warm and knows an end", () => {
    const [least, most] = ["minScale", "maxScale"].map((name) =>
      annotation(`autoscaling.knative.dev/${name}`),
    );
    // Annotations are text: a number is refused.
    expect(typeof least).toBe("string");
    expect(typeof most).toBe("string");
    expect(Number(least)).toBeGreaterThanOrEqual(1);
    expect(Number(most)).toBeGreaterThan(Number(least));
    expect(Number(most)).toBeLessThanOrEqual(100);
  });

  test("limits what an instance gets and how much comes to it at once", () => {
    expect(container().resources?.limits).toEqual({
      cpu: expect.any(String),
      memory: expect.stringMatching(/^\d+(?:Mi|Gi)$/),
    });
    expect(template().spec.containerConcurrency).toBeGreaterThan(1);
    expect(template().spec.containerConcurrency).toBeLessThanOrEqual(250);
    expect(template().spec.timeoutSeconds).toBeLessThanOrEqual(60);
  });

  test("gets requests only once the model is ready, and is started again when it is dead", () => {
    const { startupProbe, livenessProbe } = container();
    expect(startupProbe?.httpGet?.path).toBe("/v2/health/ready");
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(30);
    // Not ready is no reason to be killed: a model is being exchanged.
    expect(livenessProbe?.httpGet?.path).toBe("/v2/health/live");
    expect(livenessProbe.failureThreshold).toBeGreaterThanOrEqual(3);
  });

  test("listens where it is asked, on all addresses", () => {
    const environment = Object.fromEntries(
      (container().env ?? []).map(({ name, value }: Yaml) => [name, value]),
    );
    expect(environment["HOST"]).toBe("0.0.0.0");
    expect(environment).not.toHaveProperty("PORT");
    expect(container().ports?.[0]?.containerPort).toBe(8080);
  });

  test("runs as an account of its own, that may read models and nothing else", () => {
    expect(template().spec.serviceAccountName).toMatch(
      /^text-service@.+\.iam\.gserviceaccount\.com$/,
    );
  });
});
