import type { Answer } from "./check.ts";

/** Sends one request; the body goes as it is. */
export type Send = (
  path: string,
  request?: { body?: string | Buffer; headers?: Record<string, string>; method?: string },
) => Promise<Answer>;

/** A client that interprets nothing, so that it can send what no client should. */
export function rawClient(url: string): Send {
  return async (
    path,
    { body, headers = {}, method = body === undefined ? "GET" : "POST" } = {},
  ) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const length = Number(answer.headers.get("inference-header-content-length") ?? bytes.length);
    return { status: answer.status, headers: answer.headers, bytes, json: parse(bytes, length) };
  };
}

function parse(bytes: Buffer, length: number): unknown {
  try {
    return JSON.parse(bytes.subarray(0, length).toString("utf8"));
  } catch {
    return undefined;
  }
}
