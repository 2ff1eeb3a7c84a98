import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * Serves `pages` by path, and files from the folders in `mounts` by their first path segment.
 * Resolves to the server and its address once it listens.
 */
export async function serveStatic(
  mounts: Readonly<Record<string, string>>,
  pages: Readonly<Record<string, string>>,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [, mount, ...rest] = pathname.split("/");
    const page = pages[pathname];
    const file = join(mounts[mount] ?? "", normalize(rest.join("/")));
    if (page !== undefined) {
      response.writeHead(200, { "content-type": types[".html"] }).end(page);
    } else if (mount in mounts && !rest.includes("..") && existsSync(file)) {
      response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain" });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end(`${pathname} is not here`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { server, url: `http://127.0.0.1:${address.port}` };
}
