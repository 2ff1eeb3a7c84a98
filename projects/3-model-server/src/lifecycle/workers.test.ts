import { expect, test } from "vitest";
import { metricsAnswer } from "./workers.ts";

test("metricsAnswer tells the metrics, or why there are none, and never rejects", async () => {
  expect(await metricsAnswer(3, async () => "up 1")).toEqual({
    type: "metrics",
    id: 3,
    result: { text: "up 1" },
  });
  const late = () => Promise.reject(new Error("Operation timed out."));
  expect(await metricsAnswer(4, late)).toEqual({
    type: "metrics",
    id: 4,
    result: { fault: "Operation timed out." },
  });
});
