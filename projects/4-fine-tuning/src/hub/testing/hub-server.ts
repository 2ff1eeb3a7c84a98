import { createHash } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { onTestFinished } from "vitest";

/** A request as the hub or its content server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

export interface HubOptions {
  /** Contents by their path; those that end in .safetensors are large files, kept on the content server. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** Asked for by `Authorization`; default: open to all. */
  readonly token?: string;
  /** Answers a request of the content server itself and gives true, or leaves it; `count` is from 1. */
  readonly content?: (
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    count: number,
  ) => boolean;
  /** The same for requests of the hub. */
  readonly hub?: (request: IncomingMessage, response: ServerResponse, count: number) => boolean;
}

export interface TestHub {
  readonly url: string;
  readonly contentUrl: string;
  readonly seen: Seen[];
  readonly contentSeen: Seen[];
}

export const commit = "0123456789abcdef0123456789abcdef01234567";
export const sha256 = (body: Buffer) => createHash("sha256").update(body).digest("hex");
const gitSha1 = (body: Buffer) =>
  createHash("sha1").update(`blob ${body.length}\0`).update(body).digest("hex");

/**
 * A hub as Hugging Face's is: `/org/name/resolve/revision/file` has the commit and the ETag in its headers, gives small
 * files itself and sends on for large ones to another server. It knows org/name, and org/old, which was renamed.
 */
export async function startHub({ files, token, content, hub }: HubOptions): Promise<TestHub> {
  const [seen, contentSeen]: Seen[][] = [[], []];
  const bodyOf = (file: string) => {
    const found = Object.hasOwn(files, file) ? files[file] : undefined;
    return found === undefined ? undefined : Buffer.from(found);
  };
  const contentUrl = await listen((request, response) => {
    contentSeen.push(note(request));
    const body = bodyOf((request.url ?? "").slice(1));
    if (!body) response.writeHead(404).end();
    else if (!content?.(request, response, body, contentSeen.length))
      sendBody(request, response, body);
  });
  const url = await listen((request, response) => {
    seen.push(note(request));
    if (hub?.(request, response, seen.length)) return;
    const [, repository, revision, file] =
      /^\/(org\/\w+)\/resolve\/([^/]+)\/(.+)$/.exec(decodeURIComponent(request.url ?? "")) ?? [];
    const refuse = (status: number, code: string): void => {
      response.writeHead(status, { "x-error-code": code }).end();
    };
    const body = file === undefined ? undefined : bodyOf(file);
    if (repository === "org/old") {
      response.writeHead(307, { location: `/org/name/resolve/${revision}/${file}` }).end();
    } else if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      refuse(401, "GatedRepo");
    } else if (repository !== "org/name") refuse(404, "RepoNotFound");
    else if (revision !== "main" && revision !== commit) refuse(404, "RevisionNotFound");
    else if (!body || file === undefined) refuse(404, "EntryNotFound");
    else if (file.endsWith(".safetensors")) {
      response.writeHead(302, {
        location: `${contentUrl}/${file}`,
        "x-repo-commit": commit,
        "x-linked-etag": `"${sha256(body)}"`,
        "x-linked-size": body.length,
      });
      response.end();
    } else
      sendBody(request, response, body, { "x-repo-commit": commit, etag: `"${gitSha1(body)}"` });
  });
  return { url, contentUrl, seen, contentSeen };
}

/** Sends a body, from the byte that Range asks for. */
export function sendBody(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  more: Record<string, string> = {},
): void {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
  const range =
    from > 0 ? { "content-range": `bytes ${from}-${body.length - 1}/${body.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, {
    "content-type": "application/octet-stream",
    "content-length": body.length - from,
    ...range,
    ...more,
  });
  response.end(method === "HEAD" ? undefined : body.subarray(from));
}

function note({ method = "", url = "", headers }: IncomingMessage): Seen {
  return { method, path: url, range: headers.range, authorization: headers.authorization };
}

/** An address where nobody listens any more. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

/** A server on the loopback interface that stops when the test ends. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("listen: no port");
  return `http://127.0.0.1:${address.port}`;
}
