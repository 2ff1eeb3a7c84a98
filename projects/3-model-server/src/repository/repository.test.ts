import { rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { kernels } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { drawDigit } from "../test-support/drawings.ts";
import { startDigitServer } from "../test-support/digit-server.ts";
import { modelRoot } from "../test-support/model-folder.ts";
import { solved } from "../test-support/solved.ts";
import { ModelClient } from "../client.ts";
import { loadImageModel } from "./load-image-model.ts";

const settings = { REPOSITORY_API: "on" };
const post = async (url: string, path: string, body = "{}", type = "application/json") => {
  const headers = { "content-type": type };
  const answer = await fetch(url + path, { method: "POST", headers, body });
  return { status: answer.status, text: await answer.text() };
};

describe("model repository", () => {
  test("serves several versions, the newest by default, 10 after 9", async () => {
    await using root = await modelRoot();
    for (const version of ["9", "10"]) await root.add(`digits/${version}`, { version });
    await using server = await startDigitServer(settings, root.path);
    const client = new ModelClient(server.url);
    expect((await client.metadata("digits")).versions).toEqual(["9", "10"]);
    const { model } = await client.readDigit(await drawDigit(3));
    expect(model.version).toBe("10");
    server.server.registry.pin("digits", "9");
    expect((await client.readDigit(await drawDigit(3))).model.version).toBe("9");
  });

  test("loads a new version while it serves, and unloads one", async () => {
    await using root = await modelRoot();
    await root.add("digits/1");
    await using server = await startDigitServer(settings, root.path);
    await root.add("digits/2", { version: "2" });
    expect(await post(server.url, "/v2/repository/models/digits/load")).toEqual({
      status: 200,
      text: '{"name":"digits","versions":["1","2"]}',
    });
    const one = '{"parameters":{"version":"1"}}';
    const bytes = "application/octet-stream";
    expect((await post(server.url, "/v2/repository/models/digits/unload", one, bytes)).status).toBe(
      415,
    );
    expect((await post(server.url, "/v2/repository/models/digits/unload", one)).text).toContain(
      '["2"]',
    );
    expect((await post(server.url, "/v2/repository/models/digits/unload")).status).toBe(200);
    const ready = await fetch(`${server.url}/v2/health/ready`);
    expect(ready.status).toBe(503);
    expect((await post(server.url, "/v1/digits", '{"pixels":[]}')).status).toBe(503);
  });

  test("keeps the last good version when a new one is damaged, and says why", async () => {
    await using root = await modelRoot();
    await root.add("digits/1");
    await using server = await startDigitServer(settings, root.path);
    await root.add("digits/2", { version: "2" });
    await truncate(join(root.path, "digits/2/model.safetensors"), 1000);
    const load = await post(server.url, "/v2/repository/models/digits/load");
    expect(load.status).toBe(422);
    expect(load.text).toContain("it was altered");
    const client = new ModelClient(server.url);
    expect((await client.readDigit(await drawDigit(3))).model.version).toBe("1");
    const index = await post(server.url, "/v2/repository/index");
    expect(JSON.parse(index.text)).toEqual([
      { name: "digits", version: "1", state: "READY", reason: "" },
      {
        name: "digits/2",
        version: "",
        state: "UNAVAILABLE",
        reason: expect.stringContaining("altered"),
      },
    ]);
  });

  test("loads the model that is asked for, and no other that was unloaded", async () => {
    await using root = await modelRoot();
    await root.add("digits/1");
    await root.add("other/1", { name: "other" });
    await using server = await startDigitServer(settings, root.path);
    expect((await post(server.url, "/v2/repository/models/other/unload")).status).toBe(200);
    expect((await post(server.url, "/v2/repository/models/digits/load")).status).toBe(200);
    expect(server.server.registry.versions("other")).toEqual([]);
    expect((await post(server.url, "/v2/repository/models/other/load")).status).toBe(200);
    expect(server.server.registry.versions("other")).toEqual(["1"]);
  });

  test("names folders from the root on, however the root is written", async () => {
    await using root = await modelRoot();
    await root.add("digits/mine", { version: "1" });
    await root.add("digits/other", { sha256: "0".repeat(64) });
    await using server = await startDigitServer(settings, `${root.path}/digits/`);
    const index = await post(server.url, "/v2/repository/index");
    expect(JSON.parse(index.text)).toMatchObject([{ name: "digits" }, { name: "other" }]);
    // The fault of `other` is not that of `digits`, although its path has that word too.
    expect((await post(server.url, "/v2/repository/models/digits/load")).status).toBe(200);
  });

  test("knows no model of another name", async () => {
    await using server = await startDigitServer(settings);
    expect((await post(server.url, "/v2/repository/models/none/load")).status).toBe(404);
    expect((await post(server.url, "/v2/repository/models/none/unload")).status).toBe(404);
  });

  test("is not there unless it is switched on", async () => {
    await using server = await startDigitServer();
    expect((await post(server.url, "/v2/repository/index")).status).toBe(404);
  });

  test("does not start without a model that works", async () => {
    await using root = await modelRoot();
    await root.add("digits/1", { sha256: "0".repeat(64) });
    await expect(startDigitServer({}, root.path)).rejects.toThrow(
      /no model could be loaded.*altered/,
    );
  });
});

describe("loadImageModel", () => {
  test.each([
    [
      "an architecture of another size",
      { architecture: [{ type: "flatten" }, { type: "dense", inputs: 784, outputs: 7 }] },
      "1.dense.weight should be (784, 7), found (784, 256)",
    ],
    ["a layer that nobody knows", { architecture: [{ type: "attention" }] }, "architecture[0]"],
    ["a name that is a path", { name: "../digits" }, "name"],
  ])("refuses %s", async (_, change, message) => {
    await solved();
    await using root = await modelRoot();
    await root.add("digits", change);
    await expect(loadImageModel(join(root.path, "digits"))).rejects.toThrow(message);
  });

  test("keeps no weights of a network that does not fit them", async () => {
    await solved();
    await using root = await modelRoot();
    const dense = (inputs: number, outputs: number) => ({ type: "dense", inputs, outputs });
    const architecture = [{ type: "flatten" }, dense(784, 256), { type: "relu" }, dense(256, 7)];
    await root.add("digits", { architecture });
    const { blocks } = kernels().heap;
    await expect(loadImageModel(join(root.path, "digits"))).rejects.toThrow("(256, 7)");
    expect(kernels().heap.blocks).toBe(blocks);
  });

  test("refuses a folder without a card or without weights", async () => {
    await solved();
    await using root = await modelRoot();
    await expect(loadImageModel(root.path)).rejects.toThrow("model.json cannot be read (ENOENT)");
    await root.add("digits");
    await rm(join(root.path, "digits/model.safetensors"));
    await expect(loadImageModel(join(root.path, "digits"))).rejects.toThrow("(ENOENT)");
  });
});
