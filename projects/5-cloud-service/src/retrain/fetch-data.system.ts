import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../registry/open-store.ts";
import { startS3Server } from "../test-support/s3-server.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { fetchData } from "./fetch-data.ts";

test("fetchData(s3://...) is the bucket's file on this machine, or says that there is none", async () => {
  process.env["AWS_REGION"] ??= "eu-central-1";
  process.env["AWS_ACCESS_KEY_ID"] = "S3RVER";
  process.env["AWS_SECRET_ACCESS_KEY"] = "S3RVER";
  await using folder = await temporaryFolder();
  await using server = await startS3Server("texts");
  const store = await openStore("s3://texts/2026", server.endpoint);
  await store.putNew("new.jsonl", Buffer.from('{"text": "good", "label": "positive"}\n'));
  const fetched = await fetchData("s3://texts/2026/new.jsonl", folder.path, server.endpoint);
  expect(fetched).toBe(join(folder.path, "new.jsonl"));
  expect(await readFile(fetched, "utf8")).toContain("positive");
  await expect(
    fetchData("s3://texts/2026/old.jsonl", folder.path, server.endpoint),
  ).rejects.toThrow("s3://texts/2026/old.jsonl is not there");
});
