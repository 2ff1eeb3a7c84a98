import { expect, it } from "vitest";
import { progressOn } from "./progress.ts";

function run(isTTY: boolean, columns = 40) {
  let text = "";
  const progress = progressOn({ isTTY, columns, write: (chunk: string) => (text += chunk) });
  progress.begin("gemm 512", 1, 3);
  progress.step("round 2 of 11", "a contestant with a long name");
  progress.end();
  progress.clear();
  return text;
}

it("progressOn(stream) rewrites one short line on a terminal and leaves it empty", () => {
  const lines = run(true).split("\r\x1b[K");
  expect(lines).toEqual(["", "[2/3] gemm 512", "[2/3] gemm 512: round 2 of 11, a contes", ""]);
});

it("progressOn(stream) takes 80 columns for a terminal that does not know its width", () => {
  expect(run(true, 0)).toContain(": round 2 of 11, a contestant with a long name\r");
});

it("progressOn(stream) writes a plain line for each case elsewhere", () => {
  expect(run(false)).toMatch(/^\[2\/3\] gemm 512: \d+\.\d s\n$/);
});
