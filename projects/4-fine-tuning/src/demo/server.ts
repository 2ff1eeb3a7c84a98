import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { demoPage } from "./page.ts";

export interface Demo {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves a page that runs an exported model in the browser by transformers.js; on this machine only.
 * Throws when transformers.js is not installed.
 */
export async function startDemo(folder: string, title: string, port = 0): Promise<Demo> {
  const { transformers, ort } = libraryFolders();
  const page = demoPage(title);
  const roots: Readonly<Record<string, string>> = { model: resolve(folder), transformers, ort };
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? "/");
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    if (path === "/") {
      response.setHeader("content-type", types[".html"]).end(page);
      return;
    }
    const [, root, ...rest] = path.split("/");
    const file = Object.hasOwn(roots, root) ? inside(roots[root], rest.join("/")) : undefined;
    sendFile(file, response).catch(() => response.destroy());
  });
  await listening(server, port);
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://localhost:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The path of a request's address, undefined for one that is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** The path of a file under `root`, an absolute path; undefined for one that lies elsewhere. */
function inside(root: string, path: string): string | undefined {
  const file = join(root, path);
  return file.startsWith(root + sep) ? file : undefined;
}

async function sendFile(
  file: string | undefined,
  response: import("node:http").ServerResponse,
): Promise<void> {
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || !found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
  response.setHeader("content-length", found.size);
  await pipeline(createReadStream(file), response);
}

/** Where transformers.js lies, and the ONNX Runtime for browsers that it brings along. */
function libraryFolders(): { transformers: string; ort: string } {
  try {
    const transformers = createRequire(import.meta.url).resolve("@huggingface/transformers");
    const ort = createRequire(transformers).resolve("onnxruntime-web");
    return { transformers: dirname(transformers), ort: dirname(ort) };
  } catch (error) {
    throw new Error("demo: transformers.js is needed: npm install @huggingface/transformers", {
      cause: error,
    });
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
