import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { DatasetUnavailableError } from "../error.ts";
import { fetchEntry, type FetchOptions } from "../fetch-entry.ts";
import { quick, temporaryFolder, testContent, testEntry } from "./entry.ts";
import { type Answer, serve, type TestServer } from "./server.ts";

export const content = testContent(200_000);

export async function start(answer: Answer): Promise<TestServer> {
  const server = await serve(answer);
  onTestFinished(() => server.close());
  return server;
}

/** Fetches the test dataset from these servers into a new folder. */
export async function fetchFrom(servers: readonly { url: string }[], options: FetchOptions = {}) {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const entry = testEntry(
    content,
    servers.map(({ url }) => `${url}/file.bin`),
  );
  const result = fetchEntry("toy", entry, { offline: false, ...options, dataDir }, quick);
  return {
    dataDir,
    folder: join(dataDir, "part"),
    path: join(dataDir, "part", "file.bin"),
    result,
  };
}

export async function failure(result: Promise<unknown>): Promise<DatasetUnavailableError> {
  return result.then(
    () => expect.fail("expected the fetch to fail"),
    (error: DatasetUnavailableError) => error,
  );
}
