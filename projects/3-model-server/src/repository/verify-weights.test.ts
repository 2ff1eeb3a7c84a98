import { describe, expect, test } from "vitest";
import { ModelError } from "./model-error.ts";
import { verifyWeights } from "./verify-weights.ts";
import { refusal } from "../test-support/refusal.ts";

// The test vector "abc" of FIPS 180-2.
const abc = new TextEncoder().encode("abc");
const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe("3.5 verifyWeights", () => {
  test("lets weights pass that are their card's", () => {
    verifyWeights(abc, sum, "weights");
  });

  test("does not mind capital letters", () => {
    verifyWeights(abc, sum.toUpperCase(), "weights");
  });

  test("refuses weights in which one bit is another, with path and both sums", () => {
    const altered = Uint8Array.from(abc, (byte, i) => (i === 2 ? byte ^ 1 : byte));
    const check = () => verifyWeights(altered, sum, "a/model.safetensors");
    expect(refusal(check, ModelError)).toContain(`a/model.safetensors: expected sha256 ${sum}`);
    expect(refusal(check, ModelError)).toMatch(/found [\da-f]{64}/);
  });

  test("refuses a sum that is only the beginning of the right one", () => {
    expect(refusal(() => verifyWeights(abc, sum.slice(0, 32), "weights"), ModelError)).toContain(
      "it was altered",
    );
    expect(refusal(() => verifyWeights(abc, "", "weights"), ModelError)).toContain(
      "it was altered",
    );
  });

  test("looks at the bytes of the view, not at its whole buffer", () => {
    const buffer = new Uint8Array([0, ...abc, 0]);
    verifyWeights(buffer.subarray(1, 4), sum, "weights");
  });
});
