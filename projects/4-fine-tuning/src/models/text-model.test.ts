import { float32, int64 } from "@ml-roadmap/onnx-grad";
import { expect, test } from "vitest";
import { constant, numbers, runGraph } from "../testing/run-graph.ts";
import { meanOfTokens } from "./text-model.ts";

test("meanOfTokens(tokens, mask) leaves padding out, whatever stands there", async () => {
  const tokens = float32([1, 2, 3, 6, 100, -100, 5, 7, 9, 9, 9, 9], [2, 3, 2]);
  const mask = int64([1, 1, 0, 1, 0, 0], [2, 3]);
  const { mean } = await runGraph((graph) => ({
    mean: meanOfTokens(constant(graph, tokens), constant(graph, mask)),
  }));
  expect(mean.shape).toEqual([2, 2]);
  expect(numbers(mean)).toEqual([2, 4, 5, 7]);
});
