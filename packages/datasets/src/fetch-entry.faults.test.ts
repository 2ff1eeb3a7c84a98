import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "./test-support/entry.ts";
import { content, failure, fetchFrom, start } from "./test-support/fetching.ts";
import { sendFile } from "./test-support/server.ts";

test("fetchEntry says that a file cannot be read, or that something is in its way", async () => {
  const server = await start((request, response) => sendFile(request, response, content));
  const folder = await temporaryFolder();
  await mkdir(join(folder, "part", "file.bin"), { recursive: true });
  const unreadable = await failure((await fetchFrom([server], { dataDir: folder })).result);
  expect(unreadable).toMatchObject({ name: "DatasetUnavailableError", reason: "disk" });
  expect(unreadable.message).toContain("file.bin cannot be read (EISDIR)");
  const blocked = await temporaryFolder();
  await writeFile(join(blocked, "part"), "");
  const inTheWay = await failure((await fetchFrom([server], { dataDir: blocked })).result);
  expect(inTheWay).toMatchObject({ name: "DatasetUnavailableError", reason: "disk" });
  expect(inTheWay.message).toContain("a file is in the way");
});

test("fetchEntry takes a proxy's address without http://, and says when one cannot be used", async () => {
  let connections = 0;
  const proxy = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const dead = { url: "http://no-such-host.invalid" };
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("HTTP_PROXY", `127.0.0.1:${port}`);
  vi.stubEnv("http_proxy", `127.0.0.1:${port}`);
  expect((await failure((await fetchFrom([dead])).result)).reason).toBe("download");
  expect(connections).toBeGreaterThan(0);
  vi.stubEnv("HTTP_PROXY", "http://[bad");
  vi.stubEnv("http_proxy", "http://[bad");
  const error = await failure((await fetchFrom([dead])).result);
  expect(error).toMatchObject({ name: "DatasetUnavailableError", reason: "download" });
  expect(error.message).toContain("the proxy's address (http://[bad) cannot be used");
});
