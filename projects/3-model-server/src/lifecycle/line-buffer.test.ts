import { describe, expect, test, vi } from "vitest";
import { LineBuffer } from "./line-buffer.ts";

describe("LineBuffer", () => {
  test("writes lines together, in order, after a short time", () => {
    vi.useFakeTimers();
    const written: string[] = [];
    const buffer = new LineBuffer((text) => written.push(text));
    buffer.write("a\n");
    buffer.write("b\n");
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    buffer.write("c\n");
    buffer.flush();
    expect(written).toEqual(["a\nb\n", "c\n"]);
    vi.useRealTimers();
  });

  test("writes at once when there is much, and nothing when there is nothing", () => {
    const written: string[] = [];
    const buffer = new LineBuffer((text) => written.push(text));
    const line = `${"x".repeat(999)}\n`;
    for (let i = 0; i < 40; i++) buffer.write(line);
    expect(written.length).toBe(2);
    buffer.flush();
    buffer.flush();
    expect(written.join("")).toBe(line.repeat(40));
    expect(written.length).toBe(3);
  });
});
