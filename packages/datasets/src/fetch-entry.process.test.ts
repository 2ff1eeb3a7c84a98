import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { fetchEntry } from "./fetch-entry.ts";
import { bundleChild, childArguments, startChild } from "./test-support/child.ts";
import { quick, temporaryFolder, testContent, testEntry } from "./test-support/entry.ts";
import { sendFile, serve } from "./test-support/server.ts";

const content = testContent(400_000);
let program = "";
beforeAll(async () => {
  program = await bundleChild();
}, 60_000);

async function slowServer(pause: number) {
  const server = await serve((request, response) =>
    sendFile(request, response, content, { pause }),
  );
  onTestFinished(() => server.close());
  return { ...server, entry: testEntry(content, [`${server.url}/file.bin`]) };
}

test("fetchEntry continues what a killed process had got, and leaves nothing else behind", async () => {
  const { entry, requests } = await slowServer(20);
  const dataDir = await temporaryFolder();
  const folder = join(dataDir, "part");
  const child = startChild(childArguments(program, dataDir, entry));
  await child.until((line) => Number(line.split(" ")[1]) > 100_000);
  child.process.kill("SIGKILL");
  await child.ended;
  expect(existsSync(join(folder, "file.bin"))).toBe(false);
  expect(await readdir(folder)).toHaveLength(1);
  await fetchEntry("toy", entry, { dataDir, offline: false }, quick);
  expect((await readFile(join(folder, "file.bin"))).equals(content)).toBe(true);
  expect(Number(requests[1]?.range?.slice(6, -1))).toBeGreaterThanOrEqual(100_000);
  expect(await readdir(folder)).toEqual(["file.bin"]);
});

test("fetchEntry in two processes at once: both succeed, one verified file, nothing left over", async () => {
  const waiting: (() => void)[] = [];
  const server = await serve((request, response) => {
    waiting.push(() => {
      sendFile(request, response, content, { pause: 1 });
    });
    if (waiting.length === 2) for (const answer of waiting) answer();
  });
  onTestFinished(() => server.close());
  const entry = testEntry(content, [`${server.url}/file.bin`]);
  const dataDir = await temporaryFolder();
  const children = [1, 2].map(() => startChild(childArguments(program, dataDir, entry)));
  await Promise.all(children.map(({ ended }) => ended));
  const path = join(dataDir, "part", "file.bin");
  expect(children.map(({ lines }) => lines.at(-1))).toEqual([`done ${path}`, `done ${path}`]);
  expect((await readFile(path)).equals(content)).toBe(true);
  expect(await readdir(join(dataDir, "part"))).toEqual(["file.bin"]);
});

test.skipIf(process.platform === "win32")(
  "fetchEntry in a process stopped with Ctrl-C leaves no file under the dataset's name",
  async () => {
    const { entry } = await slowServer(20);
    const dataDir = await temporaryFolder();
    const child = startChild(childArguments(program, dataDir, entry));
    await child.until((line) => Number(line.split(" ")[1]) > 50_000);
    child.process.kill("SIGINT");
    await child.ended;
    expect(
      (await readdir(join(dataDir, "part"))).filter((name) => !name.startsWith("file.bin.part-")),
    ).toEqual([]);
  },
);

/** Whether this system lets a test mount a small file system of its own. */
function canMount(): boolean {
  try {
    execFileSync(
      "unshare",
      ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
      { stdio: "ignore" },
    );
    return true;
  } catch {
    return false;
  }
}

/** Runs the child with a tmpfs of those mount options on its data folder, and lists what is there at the end. */
function startMounted(
  options: string,
  dataDir: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
) {
  const script = `mount -t tmpfs -o ${options} tmpfs "$DATA" && { "$@"; ls -AR "$DATA"; }`;
  const command = [
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    script,
    "sh",
    ...args,
  ];
  return startChild(command, { env: { ...process.env, ...env, DATA: dataDir } });
}

test.skipIf(!canMount())(
  "fetchEntry on a full disk says so, asks nobody again and takes no room (needs unshare and tmpfs)",
  async () => {
    const { entry, requests } = await slowServer(0);
    const dataDir = await temporaryFolder();
    const child = startMounted("size=200k", dataDir, childArguments(program, dataDir, entry));
    await child.ended;
    expect(child.lines.find((line) => line.startsWith("failed"))).toMatch(
      /^failed disk .*part\/file\.bin \(400,000 bytes\) could not be written: the disk is full\. Free some space/,
    );
    expect(child.lines.some((line) => line.includes("file.bin.part-"))).toBe(false);
    expect(requests).toHaveLength(1);
  },
);

test.skipIf(!canMount())(
  "fetchEntry with a read-only data folder keeps the download in the user's cache folder (needs unshare and tmpfs)",
  async () => {
    const { entry } = await slowServer(0);
    const dataDir = await temporaryFolder();
    const cache = await temporaryFolder();
    const child = startMounted("ro", dataDir, childArguments(program, dataDir, entry), {
      XDG_CACHE_HOME: cache,
    });
    await child.ended;
    expect(child.lines).toContain(`done ${join(cache, "ml-roadmap", "data", "part", "file.bin")}`);
  },
);

/** A proxy that tunnels, and notes where to. */
async function startProxy() {
  const tunnels: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, client) => {
    tunnels.push(request.url ?? "");
    const [host, port] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host ?? "", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => upstream.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    proxy.close();
  });
  const address = proxy.address();
  if (address === null || typeof address === "string")
    throw new Error("startProxy: the proxy has no port");
  return { url: `http://127.0.0.1:${address.port}`, tunnels };
}

test("fetchEntry downloads through the proxy that HTTP_PROXY names", async () => {
  const { entry, url } = await slowServer(0);
  const proxy = await startProxy();
  const dataDir = await temporaryFolder();
  const env = {
    ...process.env,
    HTTP_PROXY: proxy.url,
    http_proxy: proxy.url,
    NO_PROXY: "",
    no_proxy: "",
  };
  const child = startChild(childArguments(program, dataDir, entry), { env });
  await child.ended;
  expect(child.lines.at(-1)).toBe(`done ${join(dataDir, "part", "file.bin")}`);
  expect(proxy.tunnels).toEqual([url.slice("http://".length)]);
});
