import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../data/testing/temporary-folder.ts";
import { modelName } from "./cache-folder.ts";
import { resolveModel, type ResolveOptions } from "./resolve-model.ts";
import {
  closedPort,
  commit,
  sendBody,
  sha256,
  startHub,
  type HubOptions,
} from "./testing/hub-server.ts";

const weights = Buffer.from(Array.from({ length: 50_000 }, (_, i) => i % 251));
const files = {
  "config.json": '{"model_type": "bert"}',
  "model.safetensors": weights,
  "tokenizer.json": "{}",
  "vocab.txt": "[PAD]\n",
};

async function setUp(options: Partial<HubOptions> = {}) {
  const hub = await startHub({ files, ...options });
  const cacheFolder = await temporaryFolder();
  const resolve = (id = "org/name", more: ResolveOptions = {}) =>
    resolveModel(id, { endpoint: hub.url, cacheFolder, backoffMs: 1, offline: false, ...more });
  return { hub, cacheFolder, resolve, repository: join(cacheFolder, "models--org--name") };
}

describe("resolveModel(id) downloads", () => {
  test("into the layout that other tools share, and asks for one head the next time", async () => {
    const { hub, resolve, repository } = await setUp();
    const told: string[] = [];
    const folder = await resolve("org/name", {
      onProgress: ({ file, bytes, total }) => told.push(`${file} ${bytes} of ${total}`),
    });
    expect(folder).toBe(join(repository, "snapshots", commit));
    expect(readdirSync(folder).toSorted()).toEqual([
      "config.json",
      "model.safetensors",
      "tokenizer.json",
      "vocab.txt",
    ]);
    expect(readFileSync(join(folder, "model.safetensors")).equals(weights)).toBe(true);
    expect(readFileSync(join(repository, "refs", "main"), "utf8")).toBe(commit);
    const blobs = readdirSync(join(repository, "blobs"));
    expect(blobs.length).toBe(4);
    expect(blobs).toContain(sha256(weights));
    if (lstatSync(join(folder, "model.safetensors")).isSymbolicLink()) {
      expect(readlinkSync(join(folder, "model.safetensors"))).toBe(
        join("..", "..", "blobs", sha256(weights)),
      );
    }
    expect(told).toContain("model.safetensors 50000 of 50000");
    const before = hub.seen.length;
    await resolve();
    const paths = hub.seen.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(paths[0]).toBe("HEAD /org/name/resolve/main/config.json");
    expect(paths.filter((path) => path.startsWith("GET"))).toEqual([]);
    expect(hub.contentSeen.length).toBe(1);
  });

  test("a repository that was renamed, by its commit", async () => {
    const { hub, resolve } = await setUp();
    expect(readdirSync(await resolve("org/old"))).toContain("model.safetensors");
    const { resolve: again, repository } = await setUp();
    await again(`org/name@${commit}`);
    expect(existsSync(join(repository, "refs"))).toBe(false);
    expect(hub.contentSeen.length).toBe(1);
  });

  test("shards that the index names, and nothing outside the folder", async () => {
    const index = (name: string) =>
      JSON.stringify({ weight_map: { a: name, b: "part-2.safetensors" } });
    const { "model.safetensors": _, ...others } = files;
    const sharded = (name: string) => ({
      ...others,
      "model.safetensors.index.json": index(name),
      "part-1.safetensors": "1",
      "part-2.safetensors": "2",
    });
    const { resolve } = await setUp({ files: sharded("part-1.safetensors") });
    expect(readdirSync(await resolve())).toEqual(
      expect.arrayContaining(["part-1.safetensors", "part-2.safetensors"]),
    );
    const { resolve: hostile } = await setUp({ files: sharded("../../evil.safetensors") });
    await expect(hostile()).rejects.toThrow(
      'expected names of .safetensors files beside it, found "../../evil.safetensors"',
    );
    const { resolve: lacking } = await setUp({ files: sharded("part-3.safetensors") });
    await expect(lacking()).rejects.toThrow("names part-3.safetensors, which is not there");
  });

  test("on, by Range, where a connection broke", async () => {
    const { hub, resolve } = await setUp({
      content: (_, response, body, count) => {
        if (count > 1) return false;
        response.writeHead(200, { "content-length": body.length });
        response.write(body.subarray(0, 20_000), () => setTimeout(() => response.destroy(), 20));
        return true;
      },
    });
    const folder = await resolve();
    expect(readFileSync(join(folder, "model.safetensors")).equals(weights)).toBe(true);
    expect(hub.contentSeen.map(({ range }) => range)).toEqual([undefined, "bytes=20000-"]);
  });

  test("on from what an earlier process left, and anew from a server that knows no Range", async () => {
    for (const knowsRange of [true, false]) {
      const { hub, resolve, repository } = await setUp({
        content: (_request, response, body) => {
          if (knowsRange) return false;
          response.writeHead(200, { "content-length": body.length }).end(body);
          return true;
        },
      });
      await mkdir(join(repository, "blobs"), { recursive: true });
      await writeFile(
        join(repository, "blobs", `${sha256(weights)}.incomplete`),
        weights.subarray(0, 30_000),
      );
      const folder = await resolve();
      expect(hub.contentSeen[0].range).toBe("bytes=30000-");
      expect(readFileSync(join(folder, "model.safetensors")).equals(weights)).toBe(true);
    }
  });

  test("again when the server is busy", async () => {
    const { resolve } = await setUp({
      content: (_, response, __, count) => count < 3 && Boolean(response.writeHead(503).end()),
    });
    expect(readdirSync(await resolve())).toContain("model.safetensors");
  });
});

describe("resolveModel(id) refuses", () => {
  test("content whose sum is not what the hub said, and keeps none of it", async () => {
    const { resolve, repository } = await setUp({
      content: (request, response) => {
        sendBody(request, response, Buffer.alloc(weights.length, 7));
        return true;
      },
    });
    await expect(resolve("org/name", { tries: 2 })).rejects.toThrow(
      /model\.safetensors arrived wrong: expected 50000 bytes with sha256 .*thrown away/,
    );
    expect(
      readdirSync(join(repository, "blobs")).filter((name) => name.startsWith(sha256(weights))),
    ).toEqual([]);
    expect(existsSync(join(repository, "refs"))).toBe(false);
  });

  test("a web page in place of a file, and a server that is no hub", async () => {
    const page = (response: {
      writeHead: (
        status: number,
        headers: Record<string, string>,
      ) => { end: (text: string) => unknown };
    }) => {
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8" })
        .end("<html>Please log in</html>");
      return true;
    };
    const content = await setUp({ content: (_, response) => page(response) });
    await expect(content.resolve()).rejects.toThrow(
      "answers with a web page in place of model.safetensors",
    );
    const hub = await setUp({ hub: (_, response) => page(response) });
    await expect(hub.resolve()).rejects.toThrow(
      /without the hub's headers \(X-Repo-Commit, ETag; text\/html/,
    );
  });

  test("what does not exist, what is closed, and what holds no model that can be loaded", async () => {
    const { resolve } = await setUp();
    await expect(resolve("org/none")).rejects.toThrow(/org\/none does not exist; check the name/);
    await expect(resolve("org/name@v9")).rejects.toThrow('has no revision "v9"');
    const closed = await setUp({ token: "hf_right" });
    await expect(closed.resolve()).rejects.toThrow(
      /not open \(401\).*no token was sent; set HF_TOKEN/,
    );
    await expect(closed.resolve("org/name", { token: "hf_wrong" })).rejects.toThrow(
      "the token in HF_TOKEN may not read it",
    );
    const { "config.json": _, ...noConfig } = files;
    await expect((await setUp({ files: noConfig })).resolve()).rejects.toThrow(
      "has no config.json",
    );
    const { "model.safetensors": __, ...noWeights } = files;
    await expect((await setUp({ files: noWeights })).resolve()).rejects.toThrow(
      "has no model.safetensors",
    );
    const { "tokenizer.json": ___, ...noTokenizer } = files;
    const { hub, resolve: untokenized } = await setUp({ files: noTokenizer });
    await expect(untokenized()).rejects.toThrow("has no tokenizer.json");
    // Before the weights are fetched for nothing.
    expect(hub.contentSeen.length).toBe(0);
  });

  test("an address where nobody answers", async () => {
    const { resolve } = await setUp();
    await expect(resolve("org/name", { endpoint: await closedPort() })).rejects.toThrow(
      /cannot be reached \(ECONNREFUSED\).*--offline/,
    );
    await expect(resolve("org/name", { endpoint: "not an address" })).rejects.toThrow(
      "HF_ENDPOINT: expected an address",
    );
  });
});

test("resolveModel(id) sends the token to the hub alone, and tells it to nobody", async () => {
  const { hub, resolve } = await setUp({ token: "hf_secret" });
  await resolve("org/name", { token: "hf_secret" });
  expect(new Set(hub.seen.map(({ authorization }) => authorization))).toEqual(
    new Set(["Bearer hf_secret"]),
  );
  expect(hub.contentSeen.map(({ authorization }) => authorization)).toEqual([undefined]);
  const error: unknown = await resolve("org/none", { token: "hf_secret" }).catch(
    (error: unknown) => error,
  );
  expect(String(error)).not.toContain("hf_secret");
});

test("resolveModel(id, { offline }) takes what is in the cache and asks nobody", async () => {
  const { hub, resolve } = await setUp();
  await expect(resolve("org/name", { offline: true })).rejects.toThrow(
    "org/name@main is not in the cache",
  );
  const folder = await resolve();
  const asked = hub.seen.length;
  expect(await resolve("org/name", { offline: true })).toBe(folder);
  expect(await resolve(`org/name@${commit}`, { offline: true })).toBe(folder);
  expect(hub.seen.length).toBe(asked);
});

test("resolveModel(id) twice at once downloads each content once", async () => {
  const { hub, resolve } = await setUp();
  const [a, b] = await Promise.all([resolve(), resolve()]);
  expect(a).toBe(b);
  expect(hub.contentSeen.length).toBe(1);
});

test("resolveModel(folder) takes a local folder as it is, and names what it lacks", async () => {
  const folder = await temporaryFolder();
  await expect(resolveModel(folder)).rejects.toThrow(
    "lacks config.json, model.safetensors, tokenizer.json",
  );
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  expect(await resolveModel(folder)).toBe(folder);
  await expect(resolveModel(join(folder, "no"))).rejects.toThrow("there is no folder");
});

test("modelName(folder) is the repository of a folder in the cache, else the folder's name", async () => {
  const { resolve } = await setUp();
  expect(modelName(await resolve())).toBe("org/name");
  expect(modelName(join("models--bert-base-uncased", "snapshots", commit))).toBe(
    "bert-base-uncased",
  );
  expect(modelName(join("models", "my--model"))).toBe("my--model");
});
