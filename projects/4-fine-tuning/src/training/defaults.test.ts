import { expect, test } from "vitest";
import { defaultOptions, fromScratchOptions } from "./defaults.ts";

test("fromScratchOptions(options) trains the whole network at a learning rate that suits it", () => {
  const full = { ...defaultOptions("full"), learningRate: 1e-4 };
  expect(fromScratchOptions(full)).toEqual(full);
  const lora = { ...defaultOptions("lora"), epochs: 7 };
  expect(fromScratchOptions(lora)).toEqual({ ...defaultOptions("full"), epochs: 7 });
});
