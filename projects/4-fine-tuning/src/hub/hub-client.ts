import { EnvHttpProxyAgent, fetch, type Response } from "undici";
import { HubError } from "./hub-error.ts";
import type { ModelReference } from "./model-reference.ts";

export interface HubClientOptions {
  /** Default: `HF_ENDPOINT`, else https://huggingface.co. */
  readonly endpoint?: string;
  /** Default: `HF_TOKEN`. Sent to the endpoint's host alone. */
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds for an answer's head; as long may pass without a byte. Default 30,000. */
  readonly timeoutMs?: number;
}

/** What the hub says about a file before it sends it. */
export interface RemoteFile {
  /** The commit that the revision stands for. */
  readonly commit: string;
  /** Without quotes: the sha256 of a large file (LFS), the git blob's sha1 of a small one. */
  readonly etag: string;
  /** Bytes, where the hub says so. */
  readonly size: number | undefined;
  /** Where the content is. */
  readonly location: string;
}

const mostRedirects = 5;

/** Speaks to one hub. The token goes to the hub's own host and nowhere else, and stands in no message. */
export class HubClient {
  readonly endpoint: string;
  readonly #token: string | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #agent: EnvHttpProxyAgent;

  constructor({ endpoint, token, signal, timeoutMs = 30_000 }: HubClientOptions = {}) {
    const address = endpoint ?? (process.env["HF_ENDPOINT"] || "https://huggingface.co");
    if (!/^https?:\/\/[^\s/]+/.test(address)) {
      throw new HubError(
        `HF_ENDPOINT: expected an address such as https://huggingface.co, found "${address}"`,
      );
    }
    this.endpoint = address.replace(/\/+$/, "");
    this.#token = token ?? (process.env["HF_TOKEN"]?.trim() || undefined);
    this.#signal = signal;
    this.#agent = new EnvHttpProxyAgent({
      connect: { timeout: timeoutMs },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  }

  /** Asks for a file's head; undefined where the repository has no such file. Throws HubError. */
  async describe(
    { repository, revision }: ModelReference,
    file: string,
  ): Promise<RemoteFile | undefined> {
    const path = file.split("/").map(encodeURIComponent).join("/");
    let url = new URL(
      `${this.endpoint}/${repository}/resolve/${encodeURIComponent(revision)}/${path}`,
    );
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const response = await this.request(url, { method: "HEAD" });
      const { status, headers } = response;
      if (status === 404 && (headers.get("x-error-code") ?? "EntryNotFound") === "EntryNotFound")
        return undefined;
      const location = headers.get("location");
      const isElsewhere = location !== null && new URL(location, url).host !== url.host;
      // The hub moves repositories by redirects to itself; one to another host is the content's.
      if (
        status >= 300 &&
        status < 400 &&
        location !== null &&
        !isElsewhere &&
        headers.get("x-linked-etag") === null
      ) {
        url = new URL(location, url);
        continue;
      }
      if (status >= 400)
        throw this.refusal(status, headers.get("x-error-code"), repository, revision);
      return this.#remoteFile(response, url, location, file);
    }
    throw new HubError(`${this.endpoint} sends ${repository}/${file} round in circles`);
  }

  #remoteFile({ headers }: Response, url: URL, location: string | null, file: string): RemoteFile {
    const etag = headers.get("x-linked-etag") ?? headers.get("etag");
    const commit = headers.get("x-repo-commit");
    if (etag === null || commit === null || !/^[0-9a-f]{7,64}$/.test(commit)) {
      const type = headers.get("content-type") ?? "no content type";
      throw new HubError(
        `${url.origin} answers for ${file} without the hub's headers (X-Repo-Commit, ETag; ${type}): is HF_ENDPOINT a Hugging Face hub, or does a proxy answer in its place?`,
      );
    }
    const bare = etag.replace(/^W\//, "").replaceAll('"', "");
    if (!/^[\w.-]{1,128}$/.test(bare))
      throw new HubError(`${url.origin} gives ${file} the ETag "${bare}", which is no file name`);
    const size = headers.get("x-linked-size") ?? headers.get("content-length");
    return {
      commit,
      etag: bare,
      size:
        size === null || (location !== null && headers.get("x-linked-size") === null)
          ? undefined
          : Number(size),
      location: location === null ? url.href : new URL(location, url).href,
    };
  }

  /** Fetches the content of a file from byte `from` on. Throws HubError for a refusal or no connection. */
  async content({ location }: RemoteFile, from: number): Promise<Response> {
    let url = new URL(location);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const response = await this.request(url, { method: "GET", from });
      const next = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || next === null) return response;
      await response.body?.cancel();
      url = new URL(next, url);
    }
    throw new HubError(`${new URL(location).origin} sends a download round in circles`);
  }

  async request(
    url: URL,
    { method, from = 0 }: { method: "GET" | "HEAD"; from?: number },
  ): Promise<Response> {
    // "identity": sizes and ranges must count the file's own bytes, not compressed ones.
    const headers: Record<string, string> = {
      "accept-encoding": "identity",
      "user-agent": "ml-roadmap-hub",
    };
    if (from > 0) headers["range"] = `bytes=${from}-`;
    if (this.#token !== undefined && url.origin === new URL(this.endpoint).origin) {
      headers["authorization"] = `Bearer ${this.#token}`;
    }
    try {
      const signal = this.#signal ?? null;
      return await fetch(url, {
        method,
        headers,
        redirect: "manual",
        dispatcher: this.#agent,
        signal,
      });
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw new HubError(
        `${url.origin} cannot be reached (${reason(error)}). Check the network and HF_ENDPOINT, or use --offline with a model that is in the cache`,
        { retry: true, cause: error },
      );
    }
  }

  /** What a status other than success means. */
  refusal(status: number, code: string | null, repository: string, revision: string): HubError {
    const asked = `${this.endpoint}/${repository}`;
    if (status === 401 || status === 403) {
      const token =
        this.#token === undefined
          ? "no token was sent; set HF_TOKEN to one that may read it"
          : "the token in HF_TOKEN may not read it, or its terms were not accepted on the hub's page";
      return new HubError(
        `${asked} is not open (${status}): it does not exist, is private or gated; ${token}`,
      );
    }
    if (status === 404 && code === "RevisionNotFound")
      return new HubError(`${asked} has no revision "${revision}"`);
    if (status === 404) return new HubError(`${asked} does not exist; check the name`);
    const retry = status >= 500 || status === 429 || status === 408;
    return new HubError(
      `${asked} answers ${status}${status === 429 ? " (too many requests)" : ""}`,
      { retry },
    );
  }

  /** Lets the connections go. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** An error and what is behind it, in a few words. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return error.cause === undefined ? (code ?? error.message) : reason(error.cause);
}
