import type { SpanExporter } from "./exporter.ts";
import { now, SpanKind, type Attributes, type Span } from "./span.ts";
import {
  formatTraceparent,
  isKept,
  newSpanId,
  newTraceId,
  parseTraceparent,
} from "./trace-context.ts";

/** Ends a span that was begun, with what is known of it by then. */
export type EndSpan = (attributes?: Attributes, failure?: string) => void;

/** The trace of one request: its own span, and those of the work below it. */
export class RequestTrace {
  readonly traceId: string;
  readonly #exporter: SpanExporter;
  readonly #span: Pick<Span, "traceId" | "spanId" | "parentSpanId">;
  readonly #sampled: boolean;
  readonly #start = now();

  /**
   * @param traceparent the caller's header; without one a trace begins here
   * @param ratio how many of the traces that begin here are kept, 0 to 1; the caller decides on its own
   */
  constructor(exporter: SpanExporter, traceparent: unknown, ratio: number) {
    const parent = parseTraceparent(traceparent);
    const traceId = parent?.traceId ?? newTraceId();
    this.#exporter = exporter;
    this.#span = { traceId, spanId: newSpanId(), parentSpanId: parent?.spanId };
    this.#sampled = parent?.sampled ?? isKept(traceId, ratio);
    this.traceId = traceId;
  }

  /** The header for calls to others that belong to this request. */
  get traceparent(): string {
    return formatTraceparent({ ...this.#span, sampled: this.#sampled });
  }

  /** Begins a piece of the request's work. */
  begin(name: string, kind: Span["kind"] = SpanKind.internal): EndSpan {
    const start = now();
    const { traceId, spanId: parentSpanId } = this.#span;
    return (attributes = {}, failure) => {
      const spanId = newSpanId();
      this.#add({
        traceId,
        spanId,
        parentSpanId,
        name,
        kind,
        start,
        end: now(),
        attributes,
        failure,
      });
    };
  }

  /** The request is over. */
  end(name: string, attributes: Attributes, failure?: string): void {
    const { server: kind } = SpanKind;
    this.#add({ ...this.#span, name, kind, start: this.#start, end: now(), attributes, failure });
  }

  #add(span: Span): void {
    if (this.#sampled) this.#exporter.add(span);
  }
}
