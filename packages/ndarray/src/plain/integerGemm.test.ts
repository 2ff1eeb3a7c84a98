import { expect, it } from "vitest";
import { integerGemm } from "./integerGemm.ts";

it("integerGemm(int32) wraps around and integerGemm(bool) is or of ands", () => {
  const big = Int32Array.of(65537, 65537);
  const c = new Int32Array(1);
  integerGemm("int32")(1, 1, 2, 1, big, 0, 2, 1, big, 0, 1, 1, 0, c, 0, 1, 1);
  expect(c[0]).toBe(2 * 131073);
  const truth = new Uint8Array(1);
  const ones = Uint8Array.of(1, 1);
  integerGemm("bool")(1, 1, 2, 1, ones, 0, 2, 1, ones, 0, 1, 1, 0, truth, 0, 1, 1);
  expect(truth[0]).toBe(1);
});
