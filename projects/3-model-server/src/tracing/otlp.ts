import type { Attributes, Span } from "./span.ts";

// The JSON of OTLP/HTTP 1: an ExportTraceServiceRequest. Ids are hexadecimal, 64-bit numbers are texts.
// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding

const UNSET = 0;
const ERROR = 2;

/** Spans as the body of `POST /v1/traces`. */
export function otlpBody(spans: readonly Span[], resource: Attributes, scope: string): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributeList(resource) },
        scopeSpans: [{ scope: { name: scope }, spans: spans.map(otlpSpan) }],
      },
    ],
  };
}

function otlpSpan({ attributes, failure, start, end, parentSpanId, ...span }: Span): object {
  return {
    ...span,
    ...(parentSpanId !== undefined && { parentSpanId }),
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(end),
    attributes: attributeList(attributes),
    status: failure === undefined ? { code: UNSET } : { code: ERROR, message: failure },
  };
}

function attributeList(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: string | number | boolean): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: value } : { doubleValue: value };
}

/** Milliseconds as whole nanoseconds; their product would not fit a number exactly. */
export function nanoseconds(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const rest = Math.floor((milliseconds - whole) * 1e6);
  return `${whole}${String(rest).padStart(6, "0")}`;
}
