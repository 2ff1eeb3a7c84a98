import { describe, expect, test } from "vitest";
import {
  formatTraceparent,
  isKept,
  newSpanId,
  newTraceId,
  parseTraceparent,
} from "./trace-context.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

describe("parseTraceparent", () => {
  test("reads the specification's example, and writes it again", () => {
    const header = `00-${TRACE}-${SPAN}-01`;
    const context = { traceId: TRACE, spanId: SPAN, sampled: true };
    expect(parseTraceparent(header)).toEqual(context);
    expect(formatTraceparent(context)).toBe(header);
  });

  test("looks at the lowest flag only, and reads later versions that go on", () => {
    expect(parseTraceparent(`00-${TRACE}-${SPAN}-02`)?.sampled).toBe(false);
    expect(parseTraceparent(`00-${TRACE}-${SPAN}-ff`)?.sampled).toBe(true);
    expect(parseTraceparent(`cc-${TRACE}-${SPAN}-01-what-comes`)?.traceId).toBe(TRACE);
  });

  test.each([
    undefined,
    "",
    ["a", "b"],
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE}-${SPAN}-1`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${"0".repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    `00-${TRACE}-${SPAN}`,
  ])("knows no trace from %j", (header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });
});

describe("isKept", () => {
  test("keeps all, none, or about the share that is asked for, the same ones everywhere", () => {
    const ids = Array.from({ length: 4000 }, newTraceId);
    expect(ids.filter((id) => isKept(id, 1)).length).toBe(4000);
    expect(ids.filter((id) => isKept(id, 0)).length).toBe(0);
    const tenth = ids.filter((id) => isKept(id, 0.1));
    expect(tenth.length).toBeGreaterThan(250);
    expect(tenth.length).toBeLessThan(550);
    expect(tenth.every((id) => isKept(id, 0.2))).toBe(true);
  });
});

test("newSpanId() and newTraceId() have their lengths and differ", () => {
  expect(newSpanId()).toMatch(/^[\da-f]{16}$/);
  expect(newTraceId()).toMatch(/^[\da-f]{32}$/);
  expect(newTraceId()).not.toBe(newTraceId());
});
