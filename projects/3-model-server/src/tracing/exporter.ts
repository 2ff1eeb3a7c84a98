import { setTimeout as wait } from "node:timers/promises";
import { otlpBody } from "./otlp.ts";
import type { Attributes, Span } from "./span.ts";

export interface ExporterOptions {
  /** Where spans go, such as `http://collector:4318/v1/traces`. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  resource: Attributes;
  /** Milliseconds between exports. */
  interval?: number;
  /** Spans of one export. */
  batchSize?: number;
  /** Spans that may wait; more are dropped, because tracing must never cost the server its memory. */
  queueLimit?: number;
  /** Milliseconds that an export may take. */
  timeout?: number;
  /** Milliseconds that the last exports together may take; a server that ends must not wait for long. */
  closeTimeout?: number;
  /** Told why an export failed, and how many spans went with it. */
  onFault?: (reason: string, spans: number) => void;
}

const SCOPE = "ml-roadmap-model-server";

/** Statuses after which OTLP says to try again. */
const AGAIN = new Set([429, 502, 503, 504]);

/** Collects spans and sends them to a collector in the background by OTLP/HTTP as JSON. */
export class SpanExporter {
  /** Spans that were lost: no room for them, or not taken by the collector. */
  dropped = 0;
  readonly #options: Required<ExporterOptions>;
  readonly #timer: NodeJS.Timeout;
  #queue: Span[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(options: ExporterOptions) {
    this.#options = {
      headers: {},
      interval: 5000,
      batchSize: 512,
      queueLimit: 2048,
      timeout: 10_000,
      closeTimeout: 5000,
      onFault: () => {},
      ...options,
    };
    this.#timer = setInterval(() => void this.flush(), this.#options.interval);
    this.#timer.unref();
  }

  add(span: Span): void {
    const { queueLimit, batchSize } = this.#options;
    if (this.#queue.length >= queueLimit) this.dropped += 1;
    else if (this.#queue.push(span) === batchSize) void this.flush();
  }

  /** Sends what waits; resolves when it is sent or lost, and never rejects. */
  flush(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendAll());
    return this.#sending;
  }

  /** Sends what waits and stops; what the collector has not taken within `closeTimeout` is lost. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const late = wait(this.#options.closeTimeout, undefined, { ref: false });
    await Promise.race([this.flush(), late]);
  }

  async #sendAll(): Promise<void> {
    while (this.#queue.length > 0) await this.#send(this.#queue.splice(0, this.#options.batchSize));
  }

  async #send(spans: Span[]): Promise<void> {
    const { url, headers, resource, timeout, onFault } = this.#options;
    const body = JSON.stringify(otlpBody(spans, resource, SCOPE));
    let reason = "";
    for (const delay of [0, 200, 1000]) {
      if (delay > 0) await wait(delay, undefined, { ref: false });
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body,
          signal: AbortSignal.timeout(timeout),
        });
        await answer.arrayBuffer();
        if (answer.ok) return;
        reason = `${url} answered ${answer.status}`;
        if (!AGAIN.has(answer.status)) break;
      } catch (error) {
        reason = `${url}: ${error instanceof Error ? error.message : String(error)}`;
      }
    }
    this.dropped += spans.length;
    onFault(reason, spans.length);
  }
}
