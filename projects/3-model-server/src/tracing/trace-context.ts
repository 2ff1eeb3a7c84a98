import { randomBytes } from "node:crypto";

/** Which trace a request belongs to: the `traceparent` header of W3C Trace Context, level 1. */
export interface TraceContext {
  /** 32 hexadecimal digits, not all zero. */
  traceId: string;
  /** 16 hexadecimal digits, not all zero: the caller's span. */
  spanId: string;
  sampled: boolean;
}

const HEADER = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** Reads `traceparent`; undefined when there is none or it is malformed, as the specification wants. */
export function parseTraceparent(header: unknown): TraceContext | undefined {
  if (typeof header !== "string") return undefined;
  const [, version, traceId, spanId, flags, rest] = HEADER.exec(header) ?? [];
  // Version 00 ends after the flags; later ones may go on.
  if (!version || version === "ff" || (version === "00" && rest !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export const formatTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;

/** An id of so many bytes, in hexadecimal. */
function newId(bytes: number): string {
  const id = randomBytes(bytes).toString("hex");
  // All zero means "none".
  return /^0+$/.test(id) ? newId(bytes) : id;
}

export const newTraceId = (): string => newId(16);
export const newSpanId = (): string => newId(8);

/**
 * Whether a trace that begins here is kept, so that every service with the same ratio keeps the same ones:
 * the last 7 bytes of its id, as a fraction, are below the ratio.
 */
export const isKept = (traceId: string, ratio: number): boolean =>
  Number.parseInt(traceId.slice(-14), 16) < ratio * 2 ** 56;
