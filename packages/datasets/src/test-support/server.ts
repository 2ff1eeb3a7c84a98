import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface Request {
  readonly path: string;
  readonly range: string | undefined;
}

/** How to answer: `request` counts the requests so far from 1. */
export type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface TestServer {
  readonly url: string;
  readonly requests: Request[];
  close(): Promise<void>;
}

/** A server on the loopback interface that answers as told and writes down what it was asked. */
export async function serve(answer: Answer): Promise<TestServer> {
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? "", range: request.headers.range });
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("serve: the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export interface FileAnswer {
  readonly etag?: string;
  /** Bytes of the file after which the connection is cut. */
  readonly cutAt?: number;
  /** Milliseconds between pieces of 16 KiB. */
  readonly pause?: number;
  /** Answers every request with the whole file. */
  readonly ignoreRange?: boolean;
}

/** Serves `content` as a good server does (ETag, Range, If-Range), with one thing going wrong. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  options: FileAnswer = {},
): void {
  const { etag = '"v1"', cutAt = content.length, pause = 0, ignoreRange = false } = options;
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
  const partial = !ignoreRange && range !== null && request.headers["if-range"] === etag;
  const start = partial ? Number(range[1]) : 0;
  response.writeHead(partial ? 206 : 200, {
    "content-length": content.length - start,
    "content-type": "application/octet-stream",
    ...(ignoreRange ? {} : { etag, "accept-ranges": "bytes" }),
    ...(partial
      ? { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` }
      : {}),
  });
  const send = (from: number) => {
    const to = Math.min(from + 16_384, cutAt);
    response.write(content.subarray(from, to), () => {
      if (to >= content.length) response.end();
      else if (to >= cutAt) response.destroy();
      else setTimeout(send, pause, to);
    });
  };
  send(start);
}
