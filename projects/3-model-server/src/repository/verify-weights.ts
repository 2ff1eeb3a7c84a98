import { createHash } from "node:crypto";
import { ModelError } from "./model-error.ts";

/**
 * Checks that weights are those that a model card describes.
 *
 * @param bytes of model.safetensors
 * @param expected the card's sha256, 64 hexadecimal digits in either case
 * @param path for the message
 * @throws ModelError with both sums when they differ
 */
export function verifyWeights(bytes: Uint8Array, expected: string, path: string): void {
  //#region solution 3.5 weights are those of their card
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected.toLowerCase()) {
    throw new ModelError(`${path}: expected sha256 ${expected}, found ${found}: it was altered`);
  }
  //#endregion
}
