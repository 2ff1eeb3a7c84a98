import { expect } from "vitest";
import { compareAllClose } from "./all-close.ts";
import type { AllCloseOptions } from "./all-close.ts";
import type { Numeric } from "./numeric.ts";

declare module "vitest" {
  interface Matchers<T> {
    /** `|actual - expected| <= atol + rtol * |expected|` for every element, and equal shapes. */
    toBeAllClose(expected: Numeric, options?: AllCloseOptions): T;
  }
}

expect.extend({
  toBeAllClose(received: Numeric, expected: Numeric, options?: AllCloseOptions) {
    const { pass, message } = compareAllClose(received, expected, options);
    return {
      pass,
      message: () => `toBeAllClose: ${pass ? "expected some element to differ, " : ""}${message}`,
    };
  },
});
