import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { testContent } from "./test-support/entry.ts";
import { content, failure, fetchFrom, start } from "./test-support/fetching.ts";
import { sendFile } from "./test-support/server.ts";

test("fetchEntry continues by Range when the connection breaks midway, without asking for the same bytes again", async () => {
  const server = await start((request, response, count) =>
    sendFile(request, response, content, count === 1 ? { cutAt: 120_000 } : {}),
  );
  const { folder, path, result } = await fetchFrom([server]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests).toHaveLength(2);
  const start2 = Number(/^bytes=(\d+)-$/.exec(server.requests[1]?.range ?? "")?.[1]);
  expect(start2).toBeGreaterThan(16_000);
  expect(start2).toBeLessThanOrEqual(120_000);
  expect(await readdir(folder)).toEqual(["file.bin"]);
});

test("fetchEntry starts again when the file changed between two tries, and never mixes the two", async () => {
  const old = testContent(200_001).subarray(1);
  const server = await start((request, response, count) =>
    count === 1
      ? sendFile(request, response, old, { cutAt: 120_000 })
      : sendFile(request, response, content, { etag: '"v2"' }),
  );
  const { path, result } = await fetchFrom([server]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests.map(({ range }) => range !== undefined)).toEqual([false, true]);
});

test("fetchEntry starts again when continued bytes of one validator turn out wrong", async () => {
  const old = testContent(200_001).subarray(1);
  const server = await start((request, response, count) =>
    sendFile(request, response, count === 1 ? old : content, count === 1 ? { cutAt: 120_000 } : {}),
  );
  const { path, result } = await fetchFrom([server]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests.map(({ range }) => range !== undefined)).toEqual([false, true, false]);
});

test("fetchEntry starts again where the server knows no Range", async () => {
  const server = await start((request, response, count) =>
    sendFile(request, response, content, {
      ignoreRange: true,
      ...(count === 1 ? { cutAt: 120_000 } : {}),
    }),
  );
  const { path, result } = await fetchFrom([server]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests.map(({ range }) => range)).toEqual([undefined, undefined]);
});

test("fetchEntry starts again when the server refuses the range with 416", async () => {
  const server = await start((request, response, count) => {
    if (count === 2) response.writeHead(416).end();
    else sendFile(request, response, content, count === 1 ? { cutAt: 120_000 } : {});
  });
  const { path, result } = await fetchFrom([server]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests.map(({ range }) => range !== undefined)).toEqual([false, true, false]);
});

test("fetchEntry stops on the caller's signal, leaves no file, and the next call continues where it stopped", async () => {
  const server = await start((request, response) =>
    sendFile(request, response, content, { pause: 20 }),
  );
  const controller = new AbortController();
  const stop = new Error("enough");
  const { dataDir, path, result } = await fetchFrom([server], {
    signal: controller.signal,
    onProgress: ({ bytes }) => {
      if (bytes > 60_000) controller.abort(stop);
    },
  });
  expect(await failure(result)).toMatchObject({ reason: "aborted", cause: stop });
  expect(existsSync(path)).toBe(false);
  const again = await fetchFrom([server], { dataDir });
  await again.result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(server.requests[1]?.range).toMatch(/^bytes=[1-9]\d+-$/);
  expect(await readdir(again.folder)).toEqual(["file.bin"]);
});
