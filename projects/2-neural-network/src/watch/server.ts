import { createServer, type ServerResponse } from "node:http";
import { livePage } from "./page.ts";

/** A page on this machine that follows a training. */
export interface LivePage {
  /** Where it is: a loopback address. */
  url: string;
  /** Sends an event to every open page; pages that open later get it first. */
  send(event: "step" | "epoch" | "end", data: unknown): void;
  close(): Promise<void>;
}

/** Events that are kept for pages that open later. */
const KEPT = 4000;

const headers = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:",
  "x-content-type-options": "nosniff",
};

/**
 * Serves the live page on loopback only: the page at `/`, server-sent events at `/events`.
 *
 * @param port 0 takes any free one
 * @throws Error when the port is taken
 */
export async function startLivePage(title: string, port: number): Promise<LivePage> {
  const open = new Set<ServerResponse>();
  const kept: string[] = [];
  const server = createServer((request, response) => {
    // A page of another site must not reach this one under a name that resolves to loopback.
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    if (host !== "127.0.0.1" && host !== "localhost") {
      response.writeHead(403).end();
    } else if (request.method !== "GET") {
      response.writeHead(405, { allow: "GET" }).end();
    } else if (request.url === "/") {
      response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" });
      response.end(livePage(title));
    } else if (request.url === "/events") {
      response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
      response.write(kept.join(""));
      open.add(response);
      response.on("close", () => open.delete(response));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE" ? "it is taken; choose another --port" : error.message;
      reject(new Error(`train --watch: cannot listen on port ${port}: ${why}`, { cause: error }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const chosen = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${chosen}/`,
    send(event, data) {
      const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      kept.push(message);
      // Every other of the older half goes: the curve's shape stays.
      if (kept.length > KEPT) {
        const thinned = kept.filter((kept, i) => !kept.startsWith("event: step") || i % 2 === 0);
        kept.splice(0, kept.length, ...thinned);
      }
      for (const response of open) response.write(message);
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const response of open) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
