import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { fetchEntry } from "./fetch-entry.ts";
import { quick, temporaryFolder, testEntry } from "./test-support/entry.ts";
import { content, failure, fetchFrom, start } from "./test-support/fetching.ts";
import { sendFile, serve } from "./test-support/server.ts";

test("fetchEntry downloads a file once, reports every byte and names it in one sentence", async () => {
  const server = await start((request, response) => sendFile(request, response, content));
  const seen: number[] = [];
  const { dataDir, folder, path, result } = await fetchFrom([server], {
    onProgress: ({ bytes }) => seen.push(bytes),
  });
  expect(await result).toEqual({
    dir: folder,
    files: { "file.bin": path },
    description: `Using test data, from ${folder}.`,
  });
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(seen.at(-1)).toBe(content.length);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(await readdir(folder)).toEqual(["file.bin"]);
  await (
    await fetchFrom([server], { dataDir })
  ).result;
  expect(server.requests).toHaveLength(1);
});

test("fetchEntry goes on to the next mirror at once for a missing file, a wrong one and a web page", async () => {
  const missing = await start((_, response) => response.writeHead(404).end());
  const wrong = await start((request, response) =>
    sendFile(request, response, Buffer.alloc(content.length)),
  );
  const page = await start((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>503</h1>"),
  );
  const short = await start((request, response) =>
    sendFile(request, response, content.subarray(0, 1000)),
  );
  const good = await start((request, response) => sendFile(request, response, content));
  const { path, result } = await fetchFrom([missing, wrong, page, short, good]);
  await result;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect([missing, wrong, page, short, good].map(({ requests }) => requests.length)).toEqual([
    1, 1, 1, 1, 1,
  ]);
});

test("fetchEntry asks a busy server again and says, mirror by mirror, what went wrong", async () => {
  const busy = await start((_, response) => response.writeHead(503).end("<html>busy</html>"));
  const wrong = await start((request, response) =>
    sendFile(request, response, Buffer.from("<html>".padEnd(content.length))),
  );
  const page = await start((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>"),
  );
  const short = await start((request, response) =>
    sendFile(request, response, content.subarray(0, 1000)),
  );
  const endless = await start((_, response) => {
    response.writeHead(200);
    response.end(Buffer.alloc(content.length + 1));
  });
  const { folder, path, result } = await fetchFrom([busy, wrong, page, short, endless]);
  const error = await failure(result);
  expect(error).toMatchObject({ name: "DatasetUnavailableError", reason: "download" });
  expect(error.message).toContain("part/file.bin could not be downloaded:");
  expect(error.message).toContain(`${busy.url}/file.bin: it answered 503 Service Unavailable`);
  expect(error.message).toMatch(
    /wrong content: expected 200,000 bytes with sha256 \w{64}, found 200,000 bytes with sha256 \w{64} \(a web page/,
  );
  expect(error.message).toContain("it answered with a web page in place of the file");
  expect(error.message).toContain("it offers 1,000 bytes, expected 200,000");
  expect(error.message).toContain("it sent more than the expected 200,000 bytes");
  expect(error.message).toContain(`put the file at ${path} yourself`);
  expect(busy.requests).toHaveLength(quick.tries);
  expect(await readdir(folder)).toEqual([]);
});

test("fetchEntry gives up on a server that stalls, one that never answers and one that is not there", async () => {
  const stalling = await start((_, response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 5000));
  });
  const silent = await start(() => undefined);
  const gone = await serve(() => undefined);
  await gone.close();
  const dataDir = await temporaryFolder();
  const entry = testEntry(
    content,
    [stalling, silent, gone].map(({ url }) => url),
  );
  const error = await failure(
    fetchEntry("toy", entry, { dataDir, offline: false }, { ...quick, tries: 1 }),
  );
  expect(error.message).toContain(`${stalling.url}: it sent nothing for 0.3 s`);
  expect(error.message).toContain(`${silent.url}: it gave no answer within 1 s`);
  expect(error.message).toContain(`${gone.url}: it refused the connection`);
});

test("fetchEntry refuses a truncated, an altered and a saved error page by name, says what to do, and leaves the file alone", async () => {
  const server = await start((request, response) => sendFile(request, response, content));
  const altered = Buffer.from(content);
  altered[100_000] = (altered[100_000] ?? 0) ^ 1;
  const cases = [
    [content.subarray(0, 150_000), "(cut short)"],
    [altered, "(changed)"],
    [
      Buffer.from("\n<!DOCTYPE html><title>503</title>"),
      "(a web page, perhaps an error page saved as data)",
    ],
    [
      Buffer.from("version https://git-lfs.github.com/spec/v1\n"),
      "(a Git LFS pointer in place of the file)",
    ],
  ] as const;
  for (const [bytes, guess] of cases) {
    const dataDir = await temporaryFolder();
    const path = join(dataDir, "part", "file.bin");
    await mkdir(join(dataDir, "part"));
    await writeFile(path, bytes);
    const error = await failure((await fetchFrom([server], { dataDir })).result);
    expect(error.reason).toBe("altered");
    expect(error.message).toContain(
      `${path} is not the file it should be: expected 200,000 bytes with sha256 `,
    );
    expect(error.message).toContain(
      `found ${bytes.length.toLocaleString("en-US")} bytes with sha256 `,
    );
    expect(error.message).toContain(guess);
    expect(error.message).toContain("Delete it and run again");
    expect((await readFile(path)).equals(bytes)).toBe(true);
  }
  expect(server.requests).toHaveLength(0);
});

test("fetchEntry asks no server when offline, and says where it looked", async () => {
  const server = await start((request, response) => sendFile(request, response, content));
  const { dataDir, result } = await fetchFrom([server], { offline: true });
  const error = await failure(result);
  expect(error.reason).toBe("offline");
  expect(error.message).toContain(
    'The dataset "toy" is not on this machine, and downloading is switched off. Looked in',
  );
  expect(error.message).toContain(dataDir);
  expect(server.requests).toHaveLength(0);
});

test("fetchEntry is offline where ML_ROADMAP_OFFLINE says so, unless the caller decides", async () => {
  const server = await start((request, response) => sendFile(request, response, content));
  const entry = testEntry(content, [`${server.url}/file.bin`]);
  vi.stubEnv("ML_ROADMAP_OFFLINE", "1");
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const dataDir = await temporaryFolder();
  expect((await failure(fetchEntry("toy", entry, { dataDir }, quick))).reason).toBe("offline");
  expect(server.requests).toHaveLength(0);
  await fetchEntry("toy", entry, { dataDir, offline: false }, quick);
  vi.stubEnv("ML_ROADMAP_OFFLINE", "0");
  await fetchEntry("toy", entry, { dataDir: await temporaryFolder() }, quick);
  expect(server.requests).toHaveLength(2);
});

test("fetchEntry of a file that no server offers says where to put it", async () => {
  const { result } = await fetchFrom([]);
  const error = await failure(result);
  expect(error.reason).toBe("no-mirror");
  expect(error.message).toContain("Put the files there (part/file.bin)");
});

test("fetchEntry twice at once in one process gives both the same verified file", async () => {
  const server = await start((request, response) =>
    sendFile(request, response, content, { pause: 1 }),
  );
  const dataDir = await temporaryFolder();
  const both = await Promise.all([
    fetchFrom([server], { dataDir }),
    fetchFrom([server], { dataDir }),
  ]);
  await Promise.all(both.map(({ result }) => result));
  const [{ folder, path }] = both;
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(await readdir(folder)).toEqual(["file.bin"]);
});
