import { takeBatch } from "../batching/take-batch.ts";
import { runIsolated } from "../batching/batcher.ts";
import { readConfig } from "../config/read-config.ts";
import { centerOfMass } from "../digits/center.ts";
import { drain } from "../lifecycle/drain.ts";
import { Problem, toProblem } from "../problem.ts";
import { keyMatches } from "../protection/api-key.ts";
import { takeToken } from "../protection/token-bucket.ts";
import { checkShape } from "../protocol/check-shape.ts";
import { verifyWeights } from "../repository/verify-weights.ts";
import { readBinaryTensor, splitBinaryBody } from "../tensors/binary.ts";
import { flattenData } from "../tensors/flatten-data.ts";

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Meets every function that the whole server is made of, so that a test of the whole says which one is
 * not written yet, where a server would only answer 500.
 */
export async function solved(): Promise<void> {
  flattenData([1], [1], "FP32", "solved");
  splitBinaryBody(Buffer.from("{}"), "2");
  readBinaryTensor(Buffer.alloc(4), "FP32", 1, "solved");
  const spec = { name: "x", datatype: "FP32" as const, shape: [1] };
  checkShape(spec, spec, "solved");
  toProblem(new Problem(400, "solved"));
  verifyWeights(new Uint8Array(), EMPTY, "solved");
  takeBatch([], 1, 0);
  await runIsolated([], async () => []);
  centerOfMass({ width: 1, height: 1, pixels: new Float32Array([1]) }, 1);
  readConfig({}, {});
  takeToken({ tokens: 1, at: 0 }, 1, 0);
  keyMatches("key", [EMPTY]);
  await drain({ stopBeingReady() {}, close: async () => {}, wait: async () => {} }, 0, 0);
}
