/** OpenTelemetry's numbers for what a span is. */
export const SpanKind = { internal: 1, server: 2, client: 3 } as const;

export type Attributes = Record<string, string | number | boolean>;

/** A piece of work in a trace, once it is over. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string | undefined;
  name: string;
  kind: (typeof SpanKind)[keyof typeof SpanKind];
  /** Milliseconds since 1970, with fractions. */
  start: number;
  end: number;
  attributes: Attributes;
  /** Why it failed, if it did. */
  failure?: string | undefined;
}

/** Milliseconds since 1970, with fractions, by the clock that never goes back. */
export const now = (): number => performance.timeOrigin + performance.now();
