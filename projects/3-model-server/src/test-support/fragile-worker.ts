import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../problem.ts";
import { float32 } from "../tensors/datatype.ts";
import { serveModel } from "../threads/serve-model.ts";
import { EXIT, FAIL, HANG, REFUSE, SLOW, type FragileOptions } from "./fragile-worker-codes.ts";

// A model that doubles numbers and says in which thread's life it did so, and that can be brought down.
let predictions = 0;
await serveModel<FragileOptions>(({ version = "1", fault }) => {
  if (fault !== undefined) throw new Error(fault);
  return {
    name: "fragile",
    version,
    platform: "test",
    inputs: [{ name: "x", datatype: "FP32", shape: [-1, 2] }],
    outputs: [
      { name: "y", datatype: "FP32", shape: [-1, 2] },
      { name: "count", datatype: "INT32", shape: [-1] },
    ],
    maxBatchSize: 8,
    async predict(inputs) {
      const { shape, data } = inputs.get("x")!;
      const x = float32(data);
      const has = (code: number) => x.some((value, i) => i % 2 === 0 && value === code);
      if (has(REFUSE)) throw new Problem(422, "these numbers are not for me");
      if (has(FAIL)) throw new Error("it failed");
      if (has(EXIT)) process.exit(3);
      if (has(SLOW)) await wait(50);
      while (has(HANG));
      predictions += 1;
      const [N] = shape;
      return new Map([
        ["y", { name: "y", datatype: "FP32", shape, data: x.map((value) => 2 * value) }],
        [
          "count",
          {
            name: "count",
            datatype: "INT32",
            shape: [N],
            data: new Int32Array(N).fill(predictions),
          },
        ],
      ]);
    },
  };
});
