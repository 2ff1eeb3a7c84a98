import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { conformanceCases, rawClient } from "@ml-roadmap/model-server/testing";
import { describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { REFERENCE_FILE } from "../drift/reference.ts";
import { ModelRegistry } from "../registry/registry.ts";
import { folderStore } from "../registry/folder-store.ts";
import { metric, post, startTextService } from "../test-support/text-service.ts";
import { solved } from "../test-support/solved.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";

describe("POST /v1/classify", () => {
  test("classifies one text, and many in their order", async () => {
    await using service = await startTextService();
    const url = `${service.url}/v1/classify`;
    const one = await post(url, { text: "the film was wonderful" });
    expect(one.status).toBe(200);
    expect(one.json.label).toBe("positive");
    expect(one.json.score).toBe(one.json.scores.positive);
    expect(one.json.model).toEqual({ name: "sentiment", version: "0" });
    const texts = Array.from({ length: 100 }, (_, i) => (i % 3 ? "a dull book" : "a great book"));
    const many = await post(url, { texts });
    expect(many.json.predictions.map(({ label }: { label: string }) => label)).toEqual(
      texts.map((text) => (text === "a dull book" ? "negative" : "positive")),
    );
  });

  test.each<[string, unknown]>([
    ["no text", {}],
    ["no texts", { texts: [] }],
    ["a number", { text: 5 }],
    ["both", { text: "a", texts: ["b"] }],
    ["too many", { texts: new Array<string>(257).fill("a") }],
    ["too long a text", { text: "a".repeat(20_001) }],
    ["a list", ["a"]],
  ])("refuses %s with 400", async (_, body) => {
    await using service = await startTextService();
    const { status, json } = await post(`${service.url}/v1/classify`, body);
    expect(status).toBe(400);
    expect(json.detail).toContain("classify: expected");
  });

  test("answers 404 for a model or version that is not served", async () => {
    await using service = await startTextService();
    const url = `${service.url}/v1/classify`;
    expect((await post(url, { text: "a", version: "7" })).status).toBe(404);
    expect((await post(url, { text: "a", model: "spam" })).status).toBe(404);
  });

  test("is documented, and has a page", async () => {
    await using service = await startTextService();
    const document = await (await fetch(`${service.url}/openapi.json`)).json();
    expect(JSON.stringify(document)).toContain("/v1/classify");
    expect(await (await fetch(service.url)).text()).toContain("<h1>Try a text</h1>");
  });
});

// With 8 bits a batch's numbers are scaled together, so that a text's score depends a little on its neighbours.
test.each([
  ["fp32", 1e-6],
  ["int8", 1e-3],
])("the text model in %s conforms to the Open Inference Protocol", async (PRECISION, tolerance) => {
  await using service = await startTextService({ PRECISION });
  const faults: string[] = [];
  const cases = await conformanceCases(rawClient(service.url), ["sentiment"], tolerance);
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
});

test("answers that were given before come from the cache", async () => {
  await using service = await startTextService();
  for (let i = 0; i < 3; i++) await post(`${service.url}/v1/classify`, { text: "a great book" });
  const hits = 'model_cache_requests_total{model="sentiment",version="0",result="hit"}';
  expect(await metric(service.url, hits)).toBe(2);
});

/** A registry with some versions of the model that comes along, and a service over it. */
async function withRegistry(environment: Record<string, string> = {}) {
  solved();
  const folder = await temporaryFolder();
  const place = join(folder.path, "registry");
  const registry = new ModelRegistry(folderStore(place));
  const push = async (change?: (folder: string) => Promise<void>) => {
    const copy = join(folder.path, crypto.randomUUID());
    await cp(defaultModelFolder(), copy, { recursive: true });
    await writeFile(join(copy, "README.md"), crypto.randomUUID());
    await change?.(copy);
    const { manifest } = await registry.push(copy, { name: "sentiment", by: "test" });
    return manifest.version;
  };
  const promote = (version: string) => registry.promote("sentiment", version, { by: "test" });
  await promote(await push());
  const start = () =>
    startTextService({
      REGISTRY: place,
      MODEL_CACHE: join(folder.path, "cache"),
      MODEL_POLL_MS: "100",
      ...environment,
    });
  return { registry, push, promote, start, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] };
}

const broken = (copy: string) => writeFile(join(copy, "onnx/model_quantized.onnx"), "no model");
const serves = async (url: string) =>
  (await post(`${url}/v1/classify`, { text: "a great book" })).json.model.version;

describe("a service over a registry", () => {
  test("follows promotions and rollbacks without missing a request", async () => {
    await using models = await withRegistry();
    await using service = await models.start();
    const { url } = service;
    expect(await serves(url)).toBe("1");
    const load = { stop: false };
    const statuses = new Set<number>();
    const loading = (async () => {
      for (let i = 0; !load.stop; i++) {
        statuses.add((await post(`${url}/v1/classify`, { text: `book ${i}` })).status);
      }
    })();
    await models.promote(await models.push());
    await expect.poll(() => serves(url), { timeout: 20_000 }).toBe("2");
    await models.registry.rollback("sentiment", { by: "test" });
    await expect.poll(() => serves(url), { timeout: 20_000 }).toBe("1");
    load.stop = true;
    await loading;
    expect([...statuses]).toEqual([200]);
    expect(service.server.registry.versions("sentiment")).toEqual(["1"]);
  });

  test("keeps the last good version when a promoted one does not load, and says so", async () => {
    await using models = await withRegistry();
    await using service = await models.start();
    await models.promote(await models.push(broken));
    const failed = 'model_update_failed{model="sentiment",version="2"}';
    await expect.poll(() => metric(service.url, failed), { timeout: 20_000 }).toBe(1);
    expect(await serves(service.url)).toBe("1");
    await models.promote(await models.push());
    await expect.poll(() => serves(service.url), { timeout: 20_000 }).toBe("3");
    expect(await metric(service.url, failed)).toBeUndefined();
  });

  test("says that all is well again when a bad promotion is taken back", async () => {
    await using models = await withRegistry();
    await using service = await models.start();
    await models.promote(await models.push(broken));
    const failed = 'model_update_failed{model="sentiment",version="2"}';
    await expect.poll(() => metric(service.url, failed), { timeout: 20_000 }).toBe(1);
    await models.registry.rollback("sentiment", { by: "test" });
    const promotion = 'model_promotion{model="sentiment",version="1"}';
    await expect.poll(() => metric(service.url, promotion), { timeout: 20_000 }).toBe(3);
    expect(await metric(service.url, failed)).toBeUndefined();
    expect(await serves(service.url)).toBe("1");
  });

  test("starts with the last good version while a promotion is bad, and says so until it is taken back", async () => {
    await using models = await withRegistry();
    await models.promote(await models.push(broken));
    await using service = await models.start();
    expect(await serves(service.url)).toBe("1");
    const failed = 'model_update_failed{model="sentiment",version="2"}';
    expect(await metric(service.url, failed)).toBe(1);
    await models.registry.rollback("sentiment", { by: "test" });
    await expect.poll(() => metric(service.url, failed), { timeout: 20_000 }).toBeUndefined();
    expect(await metric(service.url, 'model_promotion{model="sentiment",version="1"}')).toBe(3);
  });

  test("starts with the last good version when what a promoted one saw in training is damaged", async () => {
    await using models = await withRegistry();
    await models.promote(await models.push((copy) => writeFile(join(copy, REFERENCE_FILE), "{")));
    await using service = await models.start();
    expect(await serves(service.url)).toBe("1");
    expect(await metric(service.url, 'model_update_failed{model="sentiment",version="2"}')).toBe(1);
  });

  test("does not start without a version that works, and says why", async () => {
    await using models = await withRegistry({ MODEL: "spam" });
    await expect(models.start()).rejects.toThrow("no version of spam was promoted");
  });

  test("serves another version beside the promoted one when it is asked for", async () => {
    await using models = await withRegistry({ MODEL: "sentiment,sentiment:2" });
    await models.push();
    await using service = await models.start();
    expect(await serves(service.url)).toBe("1");
    const other = await post(`${service.url}/v1/classify`, { text: "a", version: "2" });
    expect(other.json.model.version).toBe("2");
  });

  test("shows a share of the texts to the shadow, which answers nobody", async () => {
    await using models = await withRegistry({ SHADOW: "sentiment:2", SHADOW_PERCENT: "50" });
    await models.push();
    await using service = await models.start();
    for (let i = 0; i < 60; i++) {
      const { json } = await post(`${service.url}/v1/classify`, { text: `a great book ${i}` });
      expect(json.model.version).toBe("1");
    }
    const agrees = 'shadow_predictions_total{model="sentiment",version="2",result="agrees"}';
    await expect.poll(() => metric(service.url, agrees)).toBeGreaterThan(15);
    expect(await metric(service.url, agrees)).toBeLessThan(45);
  });

  test("answers without a shadow that does not load, and says so", async () => {
    await using models = await withRegistry({ SHADOW: "sentiment:2", SHADOW_PERCENT: "100" });
    await models.push(broken);
    await using service = await models.start();
    expect((await post(`${service.url}/v1/classify`, { text: "a book" })).status).toBe(200);
    expect(await metric(service.url, 'model_update_failed{model="sentiment",version="2"}')).toBe(1);
  });

  test("keeps the shadow when it is promoted and then withdrawn, and fails nobody", async () => {
    await using models = await withRegistry({ SHADOW: "sentiment:2", SHADOW_PERCENT: "100" });
    await models.push();
    await using service = await models.start();
    await models.promote("2");
    await expect.poll(() => serves(service.url), { timeout: 20_000 }).toBe("2");
    await models.registry.rollback("sentiment", { by: "test" });
    await expect.poll(() => serves(service.url), { timeout: 20_000 }).toBe("1");
    expect(service.server.registry.versions("sentiment")).toEqual(["1", "2"]);
    const { status } = await post(`${service.url}/v1/classify`, { text: "a new book" });
    expect(status).toBe(200);
  });
});
